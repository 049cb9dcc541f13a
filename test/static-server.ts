import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";

export interface StaticServer {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves JavaScript modules of folders by the first part of the path, and one page at the root; on a free
 * local port.
 */
export async function serveModules(
  folders: Readonly<Record<string, string>>,
  page: string,
): Promise<StaticServer> {
  const server = createServer(({ url = "/" }, response) => {
    const [, mount = "", ...rest] = normalize(url).split("/");
    const folder = folders[mount];
    if (url === "/") response.setHeader("content-type", "text/html").end(page);
    else if (folder === undefined || rest.includes("..")) response.writeHead(404).end();
    else response.setHeader("content-type", "text/javascript").end(readFileSync(join(folder, ...rest)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
