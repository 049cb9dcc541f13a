import type { ConfirmedPoint } from "../analysis/confirmed-points.js";
import type { MetricName } from "../metrics/metric-name.js";
import type { Estimate } from "../stats/t-interval.js";
import type { Level } from "../verdict/level.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { ConfigDifference } from "./config-difference.js";
import type { ThroughputComparison } from "./throughput.js";

/** One metric of a point in both runs, and B less A within each seed. */
export interface MetricComparison {
  readonly metric: MetricName;
  /** Over all completed seeds of that run. */
  readonly a?: Estimate;
  readonly b?: Estimate;
  readonly paired: JudgedEffect;
}

/** A point that both runs hold. */
export interface PointComparison {
  readonly labelA: string;
  readonly labelB: string;
  /** Number of the activation's color. */
  readonly color: number;
  readonly metrics: readonly MetricComparison[];
  /**
   * Seeds that both runs planned, and of these the pairs with the same digest: the same weights, bit for bit.
   */
  readonly seeds: number;
  readonly identical: number;
}

/** What names a run in a comparison. */
export interface ComparedRun {
  readonly name: string;
  readonly hash: string;
  readonly created: string;
  readonly trials: number;
  /** What its intervals cover, see `coverWords`. */
  readonly covers: string;
  /** Its finalists on fresh seeds, which are not compared between runs. */
  readonly finalists: readonly ConfirmedPoint[];
}

/** Two runs side by side: what differs in their configuration, then what differs in their results. */
export interface Comparison {
  readonly a: ComparedRun;
  readonly b: ComparedRun;
  readonly level: Level;
  /** Which look at A this is, as a sentence; empty at the only look that A declares. */
  readonly look: string;
  /** The metric of run A. */
  readonly metric: MetricName;
  /** 1: more is better; −1: less is better. */
  readonly metricSign: 1 | -1;
  readonly config: readonly ConfigDifference[];
  readonly points: readonly PointComparison[];
  /** The mean over all matched points within each seed; n counts seeds. */
  readonly overall: readonly PairedMetric[];
  readonly throughput: ThroughputComparison;
  /** Labels of points that only one run holds. */
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

/** One metric over all matched points. */
export interface PairedMetric {
  readonly metric: MetricName;
  readonly paired: JudgedEffect;
}
