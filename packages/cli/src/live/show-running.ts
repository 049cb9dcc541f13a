import { pathToFileURL } from "node:url";
import type { LiveServer } from "./live-server.js";
import { openBrowser } from "./open-browser.js";
import { serveRun } from "./serve-run.js";

/** A running sweep's page in the browser. */
export interface Shown {
  /** Ends the live page; gives way to the written one where no browser came in time. */
  end(page: string | undefined): Promise<void>;
}

/** Serves a running sweep's page and opens it. Failures are reported and do not affect the run. */
export function showRunning(folder: string, note: (text: string) => void): Shown {
  const starting = serveRun(folder, { command: "run --open", note }).then(
    (server): LiveServer => {
      note(`live page: ${server.address}`);
      openBrowser(server.address, note);
      return server;
    },
    (error: unknown) => {
      note(`no live page: ${error instanceof Error ? error.message : String(error)}`);
    },
  );
  return {
    async end(page) {
      const server = await starting;
      if (server === undefined) return;
      const seen = server.seen();
      await server.close(
        page === undefined ? "the run ended without a page" : "the run has ended: its report.html is written",
      );
      if (!seen && page !== undefined) openBrowser(pathToFileURL(page).href, note);
    },
  };
}
