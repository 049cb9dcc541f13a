import type { StudyRecord, TrialRecord } from "@actbench/core";

/** A run as the report takes it: what was planned and what came out. */
export interface Run {
  readonly study: StudyRecord;
  readonly records: readonly TrialRecord[];
  /** Records, beside those, that belonged to no line of the plan; a page counts and leaves them out. */
  readonly unplanned?: number;
}
