import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Who holds a run's folder. `machine` is a hash: neither host nor user name is written down. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When the process started, in the system's own count; empty where the system does not tell. */
  readonly started: string;
  readonly machine: string;
  /**
   * Where `pid` and `started` count: `pid:[4026531836] time:[…]`. Empty without namespaces; absent in older
   * locks.
   */
  readonly namespace?: string;
}

/** What can be found out about a process from here. The last two cannot be asked. */
export type ProcessState = "running" | "gone" | "in_another_namespace" | "on_another_machine";

/** The processes of a system, as far as locks ask about them. */
export interface Processes {
  self(): ProcessIdentity;
  stateOf(process: ProcessIdentity): ProcessState;
}

/** The processes of this machine. */
export const systemProcesses: Processes = { self: thisProcess, stateOf };

export function thisProcess(): ProcessIdentity {
  const { pid } = process;
  return { pid, started: statOf(pid)?.started ?? "", machine: thisMachine(), namespace: thisNamespace() };
}

function stateOf({ pid, started, machine, namespace }: ProcessIdentity): ProcessState {
  if (machine !== thisMachine()) return "on_another_machine";
  const own = thisNamespace();
  if (namespace !== undefined && namespace !== own) return "in_another_namespace";
  if (isRunning(pid, started)) return "running";
  // An older lock does not tell whether it was in this namespace that its process had this number.
  return namespace === undefined && own !== "" ? "in_another_namespace" : "gone";
}

function isRunning(pid: number, started: string): boolean {
  if (!isThere(pid)) return false;
  const stat = statOf(pid);
  if (stat === undefined) return !isDefunct(pid);
  // The number may belong to another process by now.
  return !stat.isDefunct && (started === "" || stat.started === started);
}

/**
 * Whether the system knows a process of this number; one that has ended and that nobody reaped is still
 * there.
 */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to someone else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

interface ProcessStat {
  /** It has ended, and its parent has not asked how. */
  readonly isDefunct: boolean;
  /** Clock ticks from boot to the process' start. */
  readonly started: string;
}

/** What Linux reports about a process; undefined elsewhere. */
function statOf(pid: number): ProcessStat | undefined {
  const text = readText(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  // The second field, the program's name, may itself hold spaces and brackets.
  const [state = "", ...fields] = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [threads, started = ""] = [fields[16], fields[18]];
  // A process whose first thread alone has ended is in this state too, and its other threads go on.
  return { isDefunct: /^[ZX]/.test(state) && Number(threads) <= 1, started };
}

/**
 * The same as `ps` tells it, where there is no /proc; false where there is no `ps` either, as on Windows,
 * which has no such state.
 */
export function isDefunct(pid: number): boolean {
  if (process.platform === "win32") return false;
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", `${pid}`], { encoding: "utf8" });
  return (stdout ?? "").trim().startsWith("Z");
}

function thisMachine(): string {
  const boot = readText("/proc/sys/kernel/random/boot_id") ?? "";
  return createHash("sha256").update(`${hostname()} ${boot}`).digest("hex").slice(0, 16);
}

/** The namespaces in which numbers and start times of processes count, by Linux's names for them. */
function thisNamespace(): string {
  const names = ["pid", "time"].flatMap((kind) => readTarget(`/proc/self/ns/${kind}`) ?? []);
  return names.join(" ");
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined; // not Linux, or the process is gone
  }
}

function readTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined; // not Linux, or an older one
  }
}
