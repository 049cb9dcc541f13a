import type { MetricName } from "../metrics/metric-name.js";
import type { Interval } from "../stats/interval.js";
import type { PairedSample } from "./paired-sample.js";

/** A comparison that waits for its verdict. */
export interface Comparable {
  readonly sample: PairedSample;
  readonly metric: MetricName;
  /** 1: more is better; −1: less is better. */
  readonly sign: 1 | -1;
  /** Differences below this size are equivalent; else the metric's default. */
  readonly margin?: number | undefined;
  /**
   * Differences that count as none, ends included: a better or worse side is shown outside of them. Else 0
   * alone.
   */
  readonly none?: Interval | undefined;
  /** The differences are from this number, not from a second side. */
  readonly from?: number | undefined;
}

/** Only no difference at all counts as none. */
const ZERO: Interval = { low: 0, high: 0 };

export function noneOf({ none = ZERO }: Pick<Comparable, "none">): Interval {
  return none;
}
