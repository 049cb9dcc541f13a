import { formatNumber, MISSING } from "../format/format.js";
import { isCut } from "../format/format-estimate.js";
import { type MetricName, metricTitle, metricUnit } from "../metrics/metric-name.js";
import { isShare } from "../metrics/within-bounds.js";
import type { Estimate } from "../stats/t-interval.js";

/** A metric's title with its unit, as a column of a printed table has it: `test accuracy (%)`. */
export function paperTitle(metric: MetricName): string {
  return isShare(metric) ? `${metricTitle(metric)} (%)` : metricTitle(metric);
}

/**
 * A mean ± half of its interval in the unit of {@link paperTitle}: `97.13 ± 0.19`, or `99.31 [97.9, 100]`
 * where the interval is cut because no value can lie there; the mean alone for one seed.
 */
export function paperEstimate(metric: MetricName, estimate: Estimate | undefined): string {
  if (estimate === undefined) return MISSING;
  const { mean, low, high } = estimate;
  const number = (value: number): string =>
    isShare(metric)
      ? (value * 100).toFixed(2).replace("-", "−")
      : metricUnit(metric) === "loss" && Math.abs(value) < 1000
        ? value.toFixed(4).replace("-", "−")
        : formatNumber(value, 4);
  if (low === undefined || high === undefined) return number(mean);
  return isCut(metric, estimate)
    ? `${number(mean)} [${number(low)}, ${number(high)}]`
    : `${number(mean)} ± ${number((high - low) / 2)}`;
}

/** A difference with its interval in percentage points or the metric's unit: `+0.31 [−0.20, +0.82]`. */
export function paperDifference(metric: MetricName, estimate: Estimate | undefined): string {
  if (estimate === undefined) return MISSING;
  const { mean, low, high } = estimate;
  const number = (value: number): string => {
    const text = isShare(metric) ? (value * 100).toFixed(2).replace("-", "−") : formatNumber(value, 3);
    return value > 0 ? `+${text}` : text;
  };
  return low === undefined || high === undefined
    ? number(mean)
    : `${number(mean)} [${number(low)}, ${number(high)}]`;
}
