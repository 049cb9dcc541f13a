import type { EpochRecord } from "@actbench/core";
import { pooledUnits } from "../results/pooled-units.js";

type Value = (epoch: EpochRecord) => number | undefined;

/** Metrics that a rung can be decided by: measured at every epoch, the same on every machine, and no test set. */
const VALUES: Readonly<Record<string, Value>> = {
  train_loss: ({ train }) => train?.loss,
  train_accuracy: ({ train }) => train?.accuracy,
  validation_loss: ({ validation }) => validation?.loss,
  validation_accuracy: ({ validation }) => validation?.accuracy,
  dead_rate: (epoch) => pooledUnits(epoch)?.dead_rate,
  inactive_rate: (epoch) => pooledUnits(epoch)?.inactive_rate,
  saturated_rate: (epoch) => pooledUnits(epoch)?.saturated_rate,
  zero_fraction: (epoch) => pooledUnits(epoch)?.zero_fraction,
};

/** Names of the metrics that a rung can be decided by. */
export const RUNG_METRICS: readonly string[] = Object.keys(VALUES);

/** The value of one of `RUNG_METRICS` after an epoch; undefined where it was not measured or is not finite. */
export function metricValue(metric: string, epoch: EpochRecord): number | undefined {
  const value = Object.hasOwn(VALUES, metric) ? VALUES[metric]?.(epoch) : undefined;
  // JSON knows no infinity: a run that is continued from its files must see what the unbroken one sees.
  return Number.isFinite(value) ? value : undefined;
}
