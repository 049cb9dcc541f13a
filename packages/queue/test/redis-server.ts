import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** A password with characters that an address has to escape. */
export const PASSWORD = "p/ss@w#rd%1";

/** Does something when a test ends; tests that run at the same time each have their own. */
export type AtEnd = (end: () => void | Promise<void>) => void;

/** A broker on loopback, with its data in a folder that goes with it. */
export interface RedisServer {
  readonly address: string;
  readonly port: number;
  /** Ends it immediately, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again, on the same port and data. */
  start(): Promise<void>;
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
}

export interface RedisOptions {
  /** Keeps what it is given over a kill. */
  readonly persistent?: boolean;
  /** Further arguments, such as `--maxmemory-policy allkeys-lru`. */
  readonly args?: readonly string[];
  /** Certificate, key and authority: it speaks TLS alone. */
  readonly tls?: { readonly cert: string; readonly key: string; readonly ca: string };
}

/**
 * Whether tests of a broker run. Without redis-server they are skipped with one line that says so, and under
 * `ACTBENCH_REQUIRE_REDIS=1` that is an error.
 */
export function redisOrSkip(): boolean {
  const { PATH = "" } = process.env;
  if (PATH.split(delimiter).some((folder) => isExecutable(join(folder, "redis-server")))) return true;
  const reason = "no redis-server on the PATH (apt-get install redis-server)";
  if (process.env.ACTBENCH_REQUIRE_REDIS === "1") throw new Error(reason);
  console.warn(`tests of the queue are skipped: ${reason}`);
  return false;
}

/** Starts redis-server on a free port of loopback, with {@link PASSWORD}. */
export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "actbench-redis-"));
  const words = wordsOf(port, folder, options);
  let child: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child;
    child = undefined;
    if (running === undefined) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill(signal);
    await ended;
  };
  const server: RedisServer = {
    address: `${options.tls === undefined ? "redis" : "rediss"}://:${encodeURIComponent(PASSWORD)}@localhost:${port}`,
    port,
    kill: () => end("SIGKILL"),
    start: async () => {
      child = await launch(words);
    },
    stop: async () => {
      await end("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

function wordsOf(
  port: number,
  folder: string,
  { persistent, args = [], tls }: RedisOptions,
): readonly string[] {
  const secured =
    tls === undefined
      ? ["--port", `${port}`]
      : ["--port", "0", "--tls-port", `${port}`, "--tls-auth-clients", "no"].concat([
          "--tls-cert-file",
          tls.cert,
          "--tls-key-file",
          tls.key,
          "--tls-ca-cert-file",
          tls.ca,
        ]);
  const kept = persistent ? ["--appendonly", "yes", "--appendfsync", "always"] : [];
  return [
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    "--save",
    "",
    "--requirepass",
    PASSWORD,
    ...secured,
    ...kept,
    ...args,
  ];
}

/** Resolves when the server takes connections. */
function launch(words: readonly string[]): Promise<ChildProcess> {
  const child = spawn("redis-server", words, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("Ready to accept connections")) resolve(child);
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`redis-server ended: ${said}`)));
  });
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null
          ? resolve(address.port)
          : reject(new Error("no port was given")),
      );
    });
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
