import type { MeasureSpec } from "../contract/spec.js";
import { type MetricEntry, requestOf } from "./metric-entry.js";
import { METRICS, type MetricColumn } from "./metrics.js";

interface Point {
  readonly spec: { readonly measure: MeasureSpec };
}

/** Whether a study measures a metric that must be asked for; true of all others. */
export function isAsked(metric: MetricEntry, points: readonly Point[]): boolean {
  const request = requestOf(metric);
  return request === undefined || points.some(({ spec }) => request.isIn(spec.measure));
}

/** The metrics that a study may have values of, in the list's order. */
export function measuredMetrics(points: readonly Point[]): readonly MetricEntry<MetricColumn>[] {
  return METRICS.filter((metric) => isAsked(metric, points));
}
