import type { TrialRecord } from "@actbench/core/internal";

/**
 * Records of the trials of a run that ran on another kind of machine than most: their times are in no
 * comparison.
 */
const ofOtherKind = new WeakSet<TrialRecord>();

export function markOfOtherKind(record: TrialRecord): void {
  ofOtherKind.add(record);
}

/** Whether a record's times are of another kind of machine than those that it would be compared with. */
export function isOfOtherKind(record: TrialRecord): boolean {
  return ofOtherKind.has(record);
}
