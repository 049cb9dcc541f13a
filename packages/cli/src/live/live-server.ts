import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import { shellPage, shellScript, shellStyle } from "./shell-page.js";

/** A page that is served while it changes. */
export interface LiveServer {
  /** `http://127.0.0.1:PORT/` */
  readonly address: string;
  /** Whether the page was ever asked for. */
  seen(): boolean;
  /** Tells open pages that there is something new. */
  changed(): void;
  /** Tells them that nothing more will come, and stops listening. */
  close(last: string): Promise<void>;
}

const HOST = "127.0.0.1";
const MIN_PAUSE_MS = 1000;
// A page of 10,000 trials takes seconds to make: most of the time is for training.
const PAUSE_PER_RENDER = 10;

const SHELL =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:";
const FILES: Readonly<Record<string, readonly [type: string, body: string]>> = {
  "/": ["text/html", shellPage],
  "/shell.js": ["text/javascript", shellScript],
  "/shell.css": ["text/css", shellStyle],
};

/**
 * Serves a page on loopback alone, at a free port, created on request. Requests that name another host are
 * refused, so that no page of the web can read it through a name of that page's (DNS rebinding).
 */
export async function startLiveServer(render: () => Promise<string>): Promise<LiveServer> {
  const readers = new Set<ServerResponse>();
  let pauseMs = MIN_PAUSE_MS;
  let timer: NodeJS.Timeout | undefined;
  let page: Promise<string> | undefined;
  let seen = false;

  const made = async (): Promise<string> => {
    const start = performance.now();
    const text = await render();
    pauseMs = Math.max(MIN_PAUSE_MS, PAUSE_PER_RENDER * (performance.now() - start));
    return text;
  };
  const answer = async ({ method, url = "/" }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(url, `http://${HOST}`);
    const [type, body] = FILES[pathname] ?? [];
    if (method !== "GET") send(response, 405, "text/plain", "GET alone is answered");
    else if (type !== undefined && body !== undefined) send(response, 200, type, body, SHELL);
    else if (pathname === "/events") {
      response
        .writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" })
        .write("\n");
      readers.add(response);
      response.on("close", () => readers.delete(response));
    } else if (pathname === "/page") {
      seen = true;
      page ??= made();
      send(response, 200, "text/html", await page);
    } else send(response, 404, "text/plain", "there is / and nothing else");
  };
  const server = createServer((request, response) => {
    const { port } = listening();
    if (request.headers.host !== `${HOST}:${port}`) {
      send(response, 403, "text/plain", `asked for another host than ${HOST}:${port}`);
      return;
    }
    answer(request, response).catch((error: unknown) => {
      page = undefined;
      send(response, 500, "text/plain", error instanceof Error ? error.message : String(error));
    });
  });
  const listening = (): { readonly port: number } => {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the live page has no address");
    return address;
  };
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, HOST, resolve);
  });

  const tell = (event: string, data: string): void => {
    for (const reader of readers) reader.write(`event: ${event}\ndata: ${data}\n\n`);
  };
  return {
    address: `http://${HOST}:${listening().port}/`,
    seen: () => seen,
    changed() {
      timer ??= setTimeout(() => {
        timer = undefined;
        page = undefined;
        tell("changed", "");
      }, pauseMs);
    },
    async close(last) {
      clearTimeout(timer);
      tell("ended", last);
      await Promise.all([...readers].map((reader) => new Promise<void>((told) => reader.end(told))));
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function send(response: ServerResponse, status: number, type: string, body: string, policy?: string): void {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(policy === undefined ? {} : { "content-security-policy": policy }),
  });
  response.end(body);
}
