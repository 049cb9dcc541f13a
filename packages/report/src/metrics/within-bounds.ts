import { isShareUnit, isUnitOfNumbers, metricOf } from "@actbench/core/internal";
import { type MetricName, metricUnit } from "./metric-name.js";

/** Whether a metric is a share: it lies between 0 and 1. */
export function isShare(metric: MetricName): boolean {
  return isShareUnit(metricUnit(metric));
}

/** Whether a metric tells how well numbers are predicted. */
export function isOfNumbers(metric: MetricName): boolean {
  return isUnitOfNumbers(metricUnit(metric));
}

/** Whether a metric is a share of successes, such as an accuracy. */
export function isSuccessShare(metric: MetricName): boolean {
  return metricUnit(metric) === "share" && metricOf(metric).goal === "maximize";
}

/**
 * An end of an interval where values can be: Student's interval over few seeds knows no bounds, but no share
 * is above 1, and no metric below 0 but R², which is not above 1, and decibels.
 */
export function withinBounds(metric: MetricName, value: number): number {
  const unit = metricUnit(metric);
  if (unit === "r2") return Math.min(1, value);
  if (unit === "db") return value;
  return Math.max(0, isShare(metric) ? Math.min(1, value) : value);
}

/** An end of an interval of differences: two shares are no further apart than 1. */
export function differenceWithinBounds(metric: MetricName, value: number): number {
  return isShare(metric) ? Math.min(1, Math.max(-1, value)) : value;
}
