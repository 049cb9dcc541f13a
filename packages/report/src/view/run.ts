import type { StudyRecord, TrialRecord } from "@actbench/core";
import type { Look } from "../verdict/level.js";

/** A run as the report takes it: what was planned, what came out, and when its verdicts were looked at. */
export interface Run {
  readonly study: StudyRecord;
  readonly records: readonly TrialRecord[];
  /** Records, beside those, that belonged to no line of the plan; a page counts and leaves them out. */
  readonly unplanned?: number;
  /** Absent: not known, so that this look counts as the first. */
  readonly looks?: readonly Look[];
}
