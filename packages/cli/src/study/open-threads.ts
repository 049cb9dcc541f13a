import type { ErrorRecord } from "@actbench/core/internal";
import { createThreadExecutor, type Stall, type ThreadExecutor } from "@actbench/workers";
import type { Study } from "./load-study.js";

export interface ThreadsOptions {
  readonly workers: number;
  /** Called when a thread dies between trials and when a trial stops moving. */
  readonly onFault: (error: ErrorRecord) => void;
}

/** Starts the threads that train a study on this machine; whoever calls it closes them. */
export function openThreads(
  { sweep, datasets, code }: Study,
  { workers, onFault }: ThreadsOptions,
): ThreadExecutor {
  const { memory_bytes } = sweep.budget;
  return createThreadExecutor({
    workers,
    datasets,
    code,
    ...(memory_bytes === undefined ? {} : { memoryBytes: memory_bytes }),
    onFault,
    onStall: (stall) => onFault(stallOf(stall)),
  });
}

/** What to say of a trial that does not move. */
export function stallOf({ id, updates, seconds }: Stall): ErrorRecord {
  const message = `trial ${id.slice(0, 8)} has made no progress for ${seconds} s, after step ${updates}; --trial-timeout stops such trials`;
  return { code: "stalled", message };
}
