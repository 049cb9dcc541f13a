import { formatNumber, MISSING } from "../format/format.js";
import { type MetricName, metricKind, metricTitle } from "../metrics/metric-name.js";
import type { Estimate } from "../stats/t-interval.js";

const isFraction = (metric: MetricName): boolean => ["accuracy", "rate"].includes(metricKind(metric));

/** A metric's title with its unit, as a column of a printed table has it: `test accuracy (%)`. */
export function paperTitle(metric: MetricName): string {
  return isFraction(metric) ? `${metricTitle(metric)} (%)` : metricTitle(metric);
}

/** A mean ± half of its interval in the unit of {@link paperTitle}: `97.13 ± 0.19`; the mean alone for one seed. */
export function paperEstimate(metric: MetricName, estimate: Estimate | undefined): string {
  if (estimate === undefined) return MISSING;
  const { mean, low, high } = estimate;
  const number = (value: number): string =>
    isFraction(metric) ? (value * 100).toFixed(2).replace("-", "−") : formatNumber(value, 4);
  return low === undefined || high === undefined
    ? number(mean)
    : `${number(mean)} ± ${number((high - low) / 2)}`;
}

/** A difference with its interval in percentage points or the metric's unit: `+0.31 [−0.20, +0.82]`. */
export function paperDifference(metric: MetricName, estimate: Estimate | undefined): string {
  if (estimate === undefined) return MISSING;
  const { mean, low, high } = estimate;
  const number = (value: number): string => {
    const text = isFraction(metric) ? (value * 100).toFixed(2).replace("-", "−") : formatNumber(value, 3);
    return value > 0 ? `+${text}` : text;
  };
  return low === undefined || high === undefined
    ? number(mean)
    : `${number(mean)} [${number(low)}, ${number(high)}]`;
}
