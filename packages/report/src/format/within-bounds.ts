import { type MetricName, metricKind } from "../metrics/metric-name.js";

/** Whether a metric is a share: it lies between 0 and 1. */
export const isShare = (metric: MetricName): boolean => ["accuracy", "rate"].includes(metricKind(metric));

/**
 * An end of an interval as it is shown: Student's interval over few seeds knows no bounds, but a share lies between 0
 * and 1, and a difference of two between `least` = −1 and 1.
 */
export function withinBounds(metric: MetricName, value: number, least: 0 | -1 = 0): number {
  return isShare(metric) ? Math.min(1, Math.max(least, value)) : value;
}
