import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** Who holds a run's folder. `machine` is a hash: neither host nor user name is written down. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When the process started, in the system's own count; empty where the system does not tell. */
  readonly started: string;
  readonly machine: string;
}

export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) ?? "", machine: thisMachine() };
}

/** Whether a process still runs; undefined for one of another machine, which cannot be asked. */
export function isRunning({ pid, started, machine }: ProcessIdentity): boolean | undefined {
  if (machine !== thisMachine()) return undefined;
  if (!isAlive(pid)) return false;
  const now = startOf(pid);
  // The number may belong to another process by now.
  return now === undefined || started === "" || now === started;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to someone else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Clock ticks from boot to the process' start, on Linux. */
function startOf(pid: number): string | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  // The second field, the program's name, may itself hold spaces and brackets.
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}

function thisMachine(): string {
  const boot = readText("/proc/sys/kernel/random/boot_id") ?? "";
  return createHash("sha256").update(`${hostname()} ${boot}`).digest("hex").slice(0, 16);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined; // not Linux, or the process is gone
  }
}
