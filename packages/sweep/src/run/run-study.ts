import type { Executor } from "@actbench/core";
import type { Counts, Progress } from "./progress.js";
import type { Run } from "./run.js";
import { StudyLoop } from "./study-loop.js";

export interface StudyOptions {
  readonly run: Run;
  readonly executor: Executor;
  /** Trials at once. */
  readonly concurrency: number;
  /** Start no further trial; those running end. */
  readonly drain?: AbortSignal;
  /** Abort running trials too; they will run again. */
  readonly stop?: AbortSignal;
  /** Run again the trials whose record is failed, timed out or out of memory, and no others. */
  readonly again?: "failed";
  /** Start at most so many trials. */
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

/**
 * Runs what is missing of a run's plan: seed by seed, within a seed the longest first.
 * A trial counts as finished when its record is on the disk, and not before; trials that end while the disk is busy are
 * written together. `results.csv` is replaced at the end.
 * Rejects only when the executor or the disk is broken; what finished before is kept then too.
 */
export async function runStudy(options: StudyOptions): Promise<Summary> {
  const summary = await new StudyLoop(options).run();
  options.run.writeResults();
  return summary;
}
