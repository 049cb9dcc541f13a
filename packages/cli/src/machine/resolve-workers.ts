import type { WorkersSetting } from "@actbench/sweep";

/** As many threads as may be asked for. */
export const MOST_WORKERS = 1024;

/** Threads for a setting on a machine of so many cores; never less than 1. */
export function resolveWorkers(setting: WorkersSetting, cores: number): number {
  if (setting === "auto") return cores;
  if (typeof setting === "number") return setting;
  return Math.max(1, Math.floor((cores * Number.parseFloat(setting)) / 100));
}
