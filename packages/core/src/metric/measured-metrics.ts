import type { MeasureSpec } from "../contract/spec.js";
import { type Scored, whyNoScore } from "../score/scores.js";
import { isScoreMetric, type MetricEntry, requestOf } from "./metric-entry.js";
import { METRICS, type MetricColumn } from "./metrics.js";

interface Measured {
  readonly spec: { readonly measure: MeasureSpec };
}

interface Point {
  readonly spec: { readonly measure: MeasureSpec } & Pick<Scored, "train">;
}

/** Whether a study measures a metric that must be asked for; true of all others. */
export function isAsked(metric: MetricEntry, points: readonly Measured[]): boolean {
  const request = requestOf(metric);
  return request === undefined || points.some(({ spec }) => request.isIn(spec.measure));
}

/**
 * Whether some point of a study may have a value of a metric: it is a score of its task, and asked for where
 * it has to be.
 */
export function isOfStudy(metric: MetricEntry, points: readonly Point[]): boolean {
  if (!isAsked(metric, points)) return false;
  if (!isScoreMetric(metric)) return true;
  const { score } = metric;
  return points.some(({ spec }) => whyNoScore(score, spec.train) === undefined);
}

/** The metrics that a study may have values of, in the list's order. */
export function measuredMetrics(points: readonly Point[]): readonly MetricEntry<MetricColumn>[] {
  return METRICS.filter((metric) => isOfStudy(metric, points));
}
