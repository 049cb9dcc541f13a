import { type Estimate, tInterval } from "../stats/t-interval.js";
import type { MetricName } from "./metric-name.js";
import { withinBounds } from "./within-bounds.js";

/** The mean of a metric over seeds with Student's interval, cut where no value of the metric can be. */
export function estimateMetric(
  metric: MetricName,
  values: readonly number[],
  confidence: number,
): Estimate | undefined {
  const estimate = tInterval(values, confidence);
  if (estimate?.low === undefined || estimate.high === undefined) return estimate;
  return {
    ...estimate,
    low: withinBounds(metric, estimate.low),
    high: withinBounds(metric, estimate.high),
  };
}
