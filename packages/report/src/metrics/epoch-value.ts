import { type EpochRecord, metricOf } from "@actbench/core/internal";
import type { EpochMetric } from "./metric-name.js";

/** A metric at one epoch; undefined where it was not measured, and never 0 for that. */
export function epochValue(epoch: EpochRecord, name: EpochMetric): number | undefined {
  const metric = metricOf(name);
  return metric.of === "epoch" ? metric.read(epoch) : undefined;
}
