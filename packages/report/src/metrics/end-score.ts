import { type Completed, lastEpoch, type Score } from "@actbench/core";

/** The score a trial's outcome is told from: on its training examples where those were scored. */
export function endScore(record: Completed): Score | undefined {
  const end = lastEpoch(record);
  return end?.train ?? end?.validation ?? end?.test;
}
