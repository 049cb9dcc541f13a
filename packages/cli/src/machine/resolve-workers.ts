import type { WorkersSetting } from "@actbench/sweep";

/** As many threads as may be asked for. */
export const MAX_WORKERS = 1024;

/** Number of threads for a setting and a number of cores; at least 1. */
export function resolveWorkers(setting: WorkersSetting, cores: number): number {
  if (setting === "auto") return cores;
  if (typeof setting === "number") return setting;
  return Math.max(1, Math.floor((cores * Number.parseFloat(setting)) / 100));
}

/** What to say of more threads than can do any good; undefined where they are not too many. */
export function tooManyWorkers(workers: number, cores: number): string | undefined {
  if (workers <= 2 * cores) return undefined;
  return `${workers} workers on ${cores} ${cores === 1 ? "core" : "cores"}: more than twice the cores only take turns, and need memory; --workers auto takes ${cores}`;
}
