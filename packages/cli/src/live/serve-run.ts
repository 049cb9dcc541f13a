import { unwatchFile, watchFile } from "node:fs";
import { join } from "node:path";
import { RUN_FILES } from "@actbench/sweep";
import { makePage } from "../page/make-page.js";
import { type LiveServer, startLiveServer } from "./live-server.js";

const LOOK_EVERY_MS = 500;

/** Serves the page of a run's folder on loopback, rebuilt whenever a file behind it has grown. */
export async function serveRun(
  folder: string,
  { command, note }: { readonly command: string; readonly note: (text: string) => void },
): Promise<LiveServer> {
  const server = await startLiveServer(async () => {
    const { page } = await makePage({ kind: "own", folder, command }, { note });
    return page;
  });
  const files = [RUN_FILES.journal, RUN_FILES.lock, RUN_FILES.speed].map((file) => join(folder, file));
  for (const file of files) watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, server.changed);
  return {
    ...server,
    close(last) {
      for (const file of files) unwatchFile(file, server.changed);
      return server.close(last);
    },
  };
}
