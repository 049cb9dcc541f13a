import type { Executor } from "@actbench/core/internal";
import type { Counts, Progress } from "./progress.js";
import type { WritableRun } from "./writable-run.js";

export interface StudyOptions {
  readonly run: WritableRun;
  /** Stays open: whoever opened it closes it. */
  readonly executor: Executor;
  /** Start no further trial; those running end. */
  readonly drain?: AbortSignal;
  /** Abort running trials too; they will run again. */
  readonly stop?: AbortSignal;
  /** Run again the trials whose record is failed, timed out or out of memory, and no others. */
  readonly again?: "failed";
  /** Start at most this many trials. */
  readonly limit?: number;
  /** Seconds that an earlier stage of the session has taken of the time budget; default: 0. */
  readonly spent_s?: number;
  readonly onProgress?: (event: Progress) => void;
  /** Monotonic seconds. */
  readonly clock: () => number;
}

/** How a session of the run loop ended. */
export interface Summary {
  /** `done`: every trial of the plan has a record. */
  readonly ended: "done" | "drained" | "stopped" | "budget_time" | "max_failures" | "limit";
  readonly counts: Counts;
}
