import type {
  DecisionRegions,
  RunHistory,
  SpeedLane,
  StudyRecord,
  TrialRecord,
} from "@actbench/core/internal";
import type { Fits } from "./fits.js";

/** A run as the report takes it: what was planned, what came out, and what is known of its past. */
export interface Run {
  readonly study: StudyRecord;
  readonly records: readonly TrialRecord[];
  /**
   * Gives a record with no more of its curve than the first and the last epoch, where that is cheaper to
   * have; absent: it is not.
   */
  readonly withEnds?: (record: TrialRecord) => TrialRecord;
  /** Number of other records that belong to no line of the plan; a page counts and leaves them out. */
  readonly unplanned?: number;
  /** Absent: not known, so that this look counts as the first, and no claim as declared before its trials. */
  readonly history?: RunHistory;
  /** What the isolated timing measured; absent: it did not run. */
  readonly speed?: SpeedLane;
  /** What networks with two inputs answer over the plane; absent: not made. */
  readonly regions?: readonly DecisionRegions[];
  /** What networks that predict numbers predict; absent: not made. */
  readonly fits?: Fits;
}
