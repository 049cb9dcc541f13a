import type { MetricName } from "../metrics/metric-name.js";
import type { Estimate } from "../stats/t-interval.js";
import { formatDifference, formatMetric, MISSING } from "./format.js";

/** The interval alone, `[96.1, 97.2]`; empty for n = 1, which has none. */
export function formatInterval(metric: MetricName, { low, high }: Estimate): string {
  if (low === undefined || high === undefined) return "";
  return `[${formatMetric(metric, low)}, ${formatMetric(metric, high)}]`
    .replaceAll(" %", "")
    .replaceAll(" s", "");
}

/** A mean with its interval and n as a phrase: `97.13 % [96.80, 97.46], n = 3`. */
export function formatEstimate(metric: MetricName, estimate: Estimate | undefined): string {
  if (estimate === undefined) return MISSING;
  const interval = formatInterval(metric, estimate);
  return `${formatMetric(metric, estimate.mean)}${interval && ` ${interval}`}, n = ${estimate.n}`;
}

/** A mean difference with its interval and n as a phrase: `+0.31 pp [−0.20, +0.82], n = 3`. */
export function formatEffect(metric: MetricName, estimate: Estimate | undefined): string {
  if (estimate === undefined) return MISSING;
  const { mean, low, high, n } = estimate;
  const interval =
    low === undefined || high === undefined
      ? ""
      : ` [${formatDifference(metric, low)}, ${formatDifference(metric, high)}]`.replaceAll(" pp", "");
  return `${formatDifference(metric, mean)}${interval}, n = ${n}`;
}
