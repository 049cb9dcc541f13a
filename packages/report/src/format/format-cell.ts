import { type MetricName, metricKind } from "../metrics/metric-name.js";
import { formatNumber, formatPercent, MISSING } from "./format.js";

const MEBI = 2 ** 20;

/** The unit that a column's head names, so that its cells are plain numbers; empty where there is none. */
export function cellUnit(name: MetricName): string {
  switch (metricKind(name)) {
    case "accuracy":
    case "rate":
      return "%";
    case "loss":
      return "";
    case "seconds":
      return "s";
    case "throughput":
      return "1000/s";
    case "bytes":
      return "MiB";
  }
}

/** A metric's value without its unit. */
export function formatCell(name: MetricName, value: number | undefined): string {
  if (value === undefined) return MISSING;
  switch (metricKind(name)) {
    case "accuracy":
      return formatPercent(value, 2).slice(0, -2);
    case "rate":
      return formatPercent(value, 1).slice(0, -2);
    case "loss":
      return formatNumber(value, 4);
    case "seconds":
      return formatNumber(value, 3);
    case "throughput":
      return formatNumber(value / 1000, 3);
    case "bytes":
      return formatNumber(value / MEBI, 3);
  }
}
