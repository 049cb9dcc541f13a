import { type MetricName, metricUnit } from "../metrics/metric-name.js";
import { formatNumber, formatPercent, MISSING } from "./format.js";

const MEBI = 2 ** 20;

/** The unit that a column's head names, so that its cells are plain numbers; empty where there is none. */
export function cellUnit(name: MetricName): string {
  switch (metricUnit(name)) {
    case "share":
    case "rate":
      return "%";
    case "loss":
    case "error":
    case "r2":
      return "";
    case "db":
      return "dB";
    case "s":
      return "s";
    case "per_s":
      return "1000/s";
    case "bytes":
      return "MiB";
    case "ns":
      return "ns";
  }
}

/** A metric's value without its unit. */
export function formatCell(name: MetricName, value: number | undefined): string {
  if (value === undefined) return MISSING;
  switch (metricUnit(name)) {
    case "share":
      return formatPercent(value, 2).slice(0, -2);
    case "rate":
      return formatPercent(value, 1).slice(0, -2);
    case "loss":
    case "error":
    case "r2":
    case "db":
      return formatNumber(value, 4);
    case "s":
    case "ns":
      return formatNumber(value, 3);
    case "per_s":
      return formatNumber(value / 1000, 3);
    case "bytes":
      return formatNumber(value / MEBI, 3);
  }
}
