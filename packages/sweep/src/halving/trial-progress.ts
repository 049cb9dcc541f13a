import type { EpochRecord, TrialRecord } from "@actbench/core/internal";

/** How far trials have come, by id. */
export interface TrialProgress {
  record(id: string): TrialRecord | undefined;
  /** The curve of a trial that is paused. */
  pausedCurve(id: string): readonly EpochRecord[] | undefined;
}

/**
 * The record of a trial that ended for good. One that a rung ended did not: with further seeds its point may
 * go on after all.
 */
export function finalRecord(id: string, states: TrialProgress): TrialRecord | undefined {
  const record = states.record(id);
  return record?.status === "pruned" ? undefined : record;
}

/** A trial's epochs so far. A pruned trial that is paused has been taken up again, and has come further. */
export function curveOf(id: string, states: TrialProgress): readonly EpochRecord[] {
  return states.pausedCurve(id) ?? states.record(id)?.curve ?? [];
}

/** Whether a trial has come to an update, or will never come there. */
export function hasReached(id: string, step: number, states: TrialProgress): boolean {
  return finalRecord(id, states) !== undefined || curveOf(id, states).some((epoch) => epoch.step >= step);
}
