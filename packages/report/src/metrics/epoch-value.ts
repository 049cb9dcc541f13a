import type { EpochRecord } from "@actbench/core";
import type { EpochMetric } from "./metric-name.js";
import { pooledUnits } from "./pooled-units.js";

/** A metric at one epoch; undefined where it was not measured, and never 0 for that. */
export function epochValue(epoch: EpochRecord, metric: EpochMetric): number | undefined {
  switch (metric) {
    case "train_accuracy":
      return epoch.train?.accuracy;
    case "validation_accuracy":
      return epoch.validation?.accuracy;
    case "test_accuracy":
      return epoch.test?.accuracy;
    case "train_loss":
      return epoch.train?.loss;
    case "validation_loss":
      return epoch.validation?.loss;
    case "test_loss":
      return epoch.test?.loss;
    case "dead_rate":
    case "inactive_rate":
    case "saturated_rate":
    case "zero_fraction":
      return pooledUnits(epoch.units)?.[metric];
    default:
      return metric satisfies never;
  }
}
