import { basename } from "node:path";
import type { TrialRecord } from "@actbench/core/internal";
import type { LoadedRun } from "./load-runs.js";

/** Where a run stands, in numbers of trials of its present plan. */
export interface RunStatus {
  readonly run: string;
  readonly trials: number;
  readonly completed: number;
  readonly diverged: number;
  /** Ended early at a rung, on purpose. */
  readonly pruned: number;
  /** Failed, timed out or out of memory. */
  readonly failed: number;
  readonly missing: number;
  /** ISO 8601. */
  readonly created: string;
}

/** Counts a run's trials by outcome. */
export function runStatus({ path, study, records }: LoadedRun): RunStatus {
  const count = (...statuses: readonly TrialRecord["status"][]): number =>
    records.filter((record) => statuses.includes(record.status)).length;
  return {
    run: basename(path),
    trials: study.plan.length,
    completed: count("completed"),
    diverged: count("diverged"),
    pruned: count("pruned"),
    failed: count("failed", "timed_out", "out_of_memory"),
    missing: study.plan.length - records.length,
    created: study.created,
  };
}
