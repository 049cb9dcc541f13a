import type { TrialRecord } from "@actbench/core/internal";

/** Whether a trial ended without a result; to diverge and to be pruned are results. */
export function isFailure({ status }: TrialRecord): boolean {
  return status === "failed" || status === "timed_out" || status === "out_of_memory";
}
