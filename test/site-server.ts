import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** Serves a folder below a path, as a static host does, on a free local port. */
export async function serveFolder(
  folder: string,
  below: string,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = createServer(({ url = "/" }, response) => {
    const path = normalize(decodeURI(url.split(/[?#]/)[0] ?? ""));
    const file = join(folder, path.slice(below.length).replace(/\/$/, "/index.html") || "index.html");
    const isThere = path.startsWith(below) && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    if (isThere)
      response.setHeader("content-type", TYPES[extname(file)] ?? "text/plain").end(readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${below}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
