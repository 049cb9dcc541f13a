import { type MetricName, metricKind } from "../metrics/metric-name.js";
import type { Estimate } from "../stats/t-interval.js";
import { formatCount, formatDifference, formatMetric, formatNumber, MISSING } from "./format.js";

/** The interval alone, `[96.1, 97.2]`; empty for n = 1, which has none. */
export function formatInterval(metric: MetricName, { low, high }: Estimate): string {
  if (low === undefined || high === undefined) return "";
  return `[${formatMetric(metric, low)}, ${formatMetric(metric, high)}]`
    .replaceAll(" %", "")
    .replaceAll(" s", "");
}

/** Half the interval's width, `± 0.19 · `; empty for n = 1. Student's interval is symmetric, so this says it all. */
export function formatHalfWidth(metric: MetricName, { mean, high }: Estimate): string {
  if (high === undefined) return "";
  const kind = metricKind(metric);
  const half = high - mean;
  if (kind === "accuracy") return `± ${(half * 100).toFixed(2)} · `;
  if (kind === "rate") return `± ${(half * 100).toFixed(1)} · `;
  return `± ${kind === "throughput" ? formatCount(half) : formatNumber(half, 2)} · `;
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
