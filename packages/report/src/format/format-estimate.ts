import { type MetricName, metricKind } from "../metrics/metric-name.js";
import type { Estimate } from "../stats/t-interval.js";
import { formatCount, formatDifference, formatMetric, formatNumber, MISSING } from "./format.js";
import { isShare, withinBounds } from "./within-bounds.js";

/** The interval alone, `[96.1, 97.2]`, a share's cut at 0 and 100 %; empty for n = 1, which has none. */
export function formatInterval(metric: MetricName, { low, high }: Estimate): string {
  if (low === undefined || high === undefined) return "";
  const [from, to] = [withinBounds(metric, low), withinBounds(metric, high)];
  return `[${formatMetric(metric, from)}, ${formatMetric(metric, to)}]`
    .replaceAll(" %", "")
    .replaceAll(" s", "");
}

/**
 * Half the interval's width, `± 0.19 · `, which says it all, for Student's interval is symmetric; `0 to 93.20 · `
 * where a share's is cut at 0 or 100 %; empty for n = 1.
 */
export function formatHalfWidth(metric: MetricName, estimate: Estimate): string {
  const { mean, low, high } = estimate;
  if (low === undefined || high === undefined) return "";
  if (isShare(metric) && low !== high && (low < 0 || high > 1))
    return `${formatInterval(metric, estimate)
      .slice(1, -1)
      .replace(", ", " to ")
      .replace(/^0\.0+/, "0")
      .replace(/100\.0+/, "100")} · `;
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

/** A mean difference with its interval and n as a phrase: `+0.31 pp [−0.20, +0.82], n = 3`; a share's is cut at ±100. */
export function formatEffect(metric: MetricName, estimate: Estimate | undefined): string {
  if (estimate === undefined) return MISSING;
  const { mean, low, high, n } = estimate;
  const interval =
    low === undefined || high === undefined
      ? ""
      : ` [${formatDifference(metric, withinBounds(metric, low, -1))}, ${formatDifference(metric, withinBounds(metric, high, -1))}]`.replaceAll(
          " pp",
          "",
        );
  return `${formatDifference(metric, mean)}${interval}, n = ${n}`;
}
