import { type MetricName, metricKind } from "./metric-name.js";

/** 1 where more of a metric is better, −1 where less is. */
export function goodDirection(metric: MetricName): 1 | -1 {
  const kind = metricKind(metric);
  return kind === "accuracy" || kind === "throughput" ? 1 : -1;
}
