import { isShareUnit, wholeNumber } from "@actbench/core/internal";
import { type MetricName, metricUnit } from "../metrics/metric-name.js";

/** What stands for a value that was not measured. */
export const MISSING = "–";

const MINUS = "−";
const withMinus = (text: string): string => text.replace("-", MINUS);

/** A number to `digits` significant digits, without trailing zeros or exponents where they can be avoided. */
export function formatNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : value < 0 ? `${MINUS}∞` : "not a number";
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  if (size !== 0 && (size < 1e-4 || size >= 1e5))
    return withMinus(rounded.toExponential().replace("e+", "e"));
  return withMinus(String(rounded));
}

/** A fraction in percent; a small one is never rounded to 0, nor a large one to 100. */
export function formatPercent(fraction: number, decimals: number): string {
  const percent = fraction * 100;
  const step = 10 ** -decimals;
  if (percent > 0 && percent < step / 2) return `<${step} %`;
  if (percent < 100 && percent > 100 - step / 2) return `>${(100 - step).toFixed(decimals)} %`;
  const text = percent.toFixed(decimals);
  return `${withMinus(Number(text) === 0 ? (0).toFixed(decimals) : text)} %`;
}

/** A metric's value as tables show it. */
export function formatMetric(name: MetricName, value: number | undefined): string {
  if (value === undefined) return MISSING;
  switch (metricUnit(name)) {
    case "share":
      return formatPercent(value, 2);
    case "rate":
      return formatPercent(value, 1);
    case "loss":
    case "error":
    case "r2":
      return formatNumber(value, 4);
    case "db":
      return `${formatNumber(value, 4)} dB`;
    case "s":
      return `${formatNumber(value, 3)} s`;
    case "per_s":
      return `${formatCount(value)}/s`;
    case "bytes":
      return formatBytes(value);
    case "ns":
      return `${formatNumber(value, 3)} ns`;
  }
}

/** A difference of two values of a metric, with its sign; fractions in percentage points. */
export function formatDifference(name: MetricName, value: number): string {
  const unit = metricUnit(name);
  const points = unit === "share" ? (value * 100).toFixed(2) : (value * 100).toFixed(1);
  const text = isShareUnit(unit) ? points : formatNumber(value, 3);
  const sign = value > 0 && Number(text) !== 0 ? "+" : "";
  const clean = /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
  return `${sign}${withMinus(clean)}${isShareUnit(unit) ? " pp" : ""}`;
}

/** A count with a metric prefix: 182k, 1.2M. */
export function formatCount(value: number): string {
  if (value >= 999.5e3) return `${formatNumber(value / 1e6, 3)}M`;
  if (value >= 999.5) return `${formatNumber(value / 1e3, 3)}k`;
  return formatNumber(value, 3);
}

/** A whole number as the whole project writes it: `10,000`. */
export const formatInteger = wholeNumber;

export function formatBytes(value: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10));
  return `${formatNumber(value / 1024 ** power, 3)} ${units[power] ?? ""}`;
}

/** `1 trial`, `3 trials`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatInteger(count)} ${count === 1 ? one : many}`;
}

/** A text cut to `length` characters (code points), with an ellipsis where something is missing. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const points = Array.from(text.slice(0, 2 * length + 2));
  return points.length <= length && points.join("") === text
    ? text
    : `${points.slice(0, length - 1).join("")}…`;
}
