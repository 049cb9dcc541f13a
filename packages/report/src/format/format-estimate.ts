import { type MetricName, metricUnit } from "../metrics/metric-name.js";
import { differenceWithinBounds, withinBounds } from "../metrics/within-bounds.js";
import type { Interval } from "../stats/interval.js";
import type { Estimate } from "../stats/t-interval.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import { formatCount, formatDifference, formatMetric, formatNumber, MISSING } from "./format.js";

/** The interval alone, `[96.1, 97.2]`, a share's cut at 0 and 100 %; empty for n = 1, which has none. */
export function formatInterval(metric: MetricName, { low, high }: Estimate): string {
  if (low === undefined || high === undefined) return "";
  const [from, to] = [withinBounds(metric, low), withinBounds(metric, high)];
  return `[${formatMetric(metric, from)}, ${formatMetric(metric, to)}]`
    .replaceAll(" %", "")
    .replaceAll(" s", "")
    .replaceAll(" dB", "")
    .replaceAll("/s", "");
}

/**
 * Half the interval's width, `± 0.19 · `, which says it all, for Student's interval is symmetric; `0 to 93.20
 * · ` where it is cut because no value can lie there; empty for n = 1.
 */
export function formatHalfWidth(metric: MetricName, estimate: Estimate): string {
  const { mean, low, high } = estimate;
  if (low === undefined || high === undefined) return "";
  if (isCut(metric, estimate)) {
    const [from = "", to = ""] = formatInterval(metric, estimate).slice(1, -1).split(", ");
    const plain = (end: string): string => end.replace(/^0\.0+$/, "0").replace(/^100\.0+$/, "100");
    return `${plain(from)} to ${plain(to)} · `;
  }
  const unit = metricUnit(metric);
  const half = high - mean;
  if (unit === "share") return `± ${(half * 100).toFixed(2)} · `;
  if (unit === "rate") return `± ${(half * 100).toFixed(1)} · `;
  return `± ${unit === "per_s" ? formatCount(half) : formatNumber(half, 2)} · `;
}

// Rounding makes the halves of a whole interval differ by less.
const UNEVEN = 1e-9;

/** Whether a mean's interval ends where values do: it was cut there, or would have to be. */
export function isCut(metric: MetricName, { mean, low, high }: Estimate): boolean {
  if (low === undefined || high === undefined) return false;
  const [from, to] = [withinBounds(metric, low), withinBounds(metric, high)];
  return Math.abs(to - mean - (mean - from)) > UNEVEN * (to - from);
}

/** A mean with its interval and n as a phrase: `97.13 % [96.80, 97.46], n = 3`. */
export function formatEstimate(metric: MetricName, estimate: Estimate | undefined): string {
  if (estimate === undefined) return MISSING;
  const interval = formatInterval(metric, estimate);
  return `${formatMetric(metric, estimate.mean)}${interval && ` ${interval}`}, n = ${estimate.n}`;
}

/**
 * A mean difference with its interval and n as a phrase: `+0.31 pp [−0.20, +0.82], n = 3`; a share's is cut
 * at ±100.
 */
export function formatEffect(metric: MetricName, estimate: Estimate | undefined): string {
  if (estimate === undefined) return MISSING;
  const { mean, low, high, n } = estimate;
  const interval =
    low === undefined || high === undefined ? "" : ` ${differenceInterval(metric, { low, high })}`;
  return `${formatDifference(metric, mean)}${interval}, n = ${n}`;
}

function differenceInterval(metric: MetricName, { low, high }: Interval): string {
  const [from, to] = [differenceWithinBounds(metric, low), differenceWithinBounds(metric, high)];
  return `[${formatDifference(metric, from)}, ${formatDifference(metric, to)}]`.replaceAll(" pp", "");
}

/**
 * The difference of a judged comparison: as {@link formatEffect}, and of a loss that diverged the median with
 * what bounds it, `median +∞ [+0.31, +∞], n = 8`.
 */
export function formatPaired(
  metric: MetricName,
  { difference, method, tested }: Pick<JudgedEffect, "difference" | "method" | "tested">,
): string {
  if (method !== "median" || tested === undefined) return formatEffect(metric, difference);
  const { center, interval, n } = tested;
  const bounded = Number.isFinite(interval.low) || Number.isFinite(interval.high);
  return `median ${formatDifference(metric, center)}${bounded ? ` ${differenceInterval(metric, interval)}` : ""}, n = ${n}`;
}
