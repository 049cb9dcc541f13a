import { type Completed, lastEpoch, type Score } from "@actbench/core/internal";

/** The score that decides a trial's outcome: on its training examples if those were scored. */
export function endScore(record: Completed): Score | undefined {
  const end = lastEpoch(record);
  return end?.train ?? end?.validation ?? end?.test;
}
