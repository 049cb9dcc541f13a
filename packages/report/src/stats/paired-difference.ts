import type { Estimate } from "./t-interval.js";

/** Differences b − a over seeds, with what could not be paired counted, never silently dropped. */
export interface PairedDifference {
  /**
   * The mean with its interval; the median where a loss diverged. Absent where there is none that is finite.
   */
  readonly difference?: Estimate;
  /** One per seed; infinite ones are left out here. */
  readonly differences: readonly number[];
  /** Pairs in which a side has no value. */
  readonly leftOut: number;
}
