import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const PROCESS = fileURLToPath(new URL("hold-lock.mjs", import.meta.url));
const UNSHARE = ["unshare", "--pid", "--fork", "--mount-proc", "--kill-child"];

/** A process that asked for a folder's lock, and what it said. */
export interface Holder {
  readonly said: string;
  readonly pid: number;
  /** Kills it and waits until it is gone. */
  kill(): Promise<void>;
}

/** Lets another process ask for a folder's lock, `under` another command where one is given. */
export async function holdLock(folder: string, under: readonly string[] = []): Promise<Holder> {
  const [command = "", ...args] = [...under, process.execPath, PROCESS, folder];
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  onTestFinished(() => void child.kill("SIGKILL"));
  const [said] = await once(child.stdout.setEncoding("utf8"), "data");
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  return { said: String(said).trim(), pid: child.pid ?? 0, kill };
}

/** The same in a separate process namespace, as in a container with this machine's host name. */
export function holdLockElsewhere(folder: string): Promise<Holder> {
  return holdLock(folder, UNSHARE);
}

/** Whether this process may create namespaces; if not, prints in one line what is skipped. */
export function mayUnshare(): boolean {
  const [command = "", ...args] = [...UNSHARE, "true"];
  const { status, error, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status === 0) return true;
  const why = error?.message ?? stderr.trim();
  console.warn(`skipped: locks across pid namespaces need the right to make one (${why})`);
  return false;
}
