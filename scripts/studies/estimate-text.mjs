import { tInterval } from "../../packages/report/dist/stats/t-interval.js";

/** A mean over seeds with its interval, `0.0543 [0.049, 0.0596]`, of three digits; a dash without a value. */
export function estimateText(values, confidence) {
  const estimate = tInterval(values, confidence);
  if (estimate === undefined) return "–";
  const { mean, low, high } = estimate;
  return low === undefined ? digits(mean) : `${digits(mean)} [${digits(low)}, ${digits(high)}]`;
}

/** Three digits, without an exponent where there is room. */
export function digits(value) {
  return `${Number(value.toPrecision(3))}`.replace("-", "−");
}

/** Mean of numbers; undefined without one. */
export function meanOf(values) {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
