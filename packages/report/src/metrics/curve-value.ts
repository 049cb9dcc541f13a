import type { EpochRecord } from "@actbench/core/internal";
import { epochValue } from "./epoch-value.js";
import type { EpochMetric } from "./metric-name.js";

/**
 * A metric for a curve: where the training set was not scored after an epoch, the running average over that
 * epoch's batches, each before its update.
 */
export function curveValue(epoch: EpochRecord, metric: EpochMetric): number | undefined {
  const value = epochValue(epoch, metric);
  if (value !== undefined || !isOfTraining(metric)) return value;
  return metric === "train_loss" ? epoch.running_loss : epoch.running_accuracy;
}

/** Whether a curve of a metric has running averages in place of scores. */
export function hasRunningAverages(curve: readonly EpochRecord[], metric: EpochMetric): boolean {
  return (
    isOfTraining(metric) &&
    curve.some((epoch) => epochValue(epoch, metric) === undefined && curveValue(epoch, metric) !== undefined)
  );
}

const isOfTraining = (metric: EpochMetric): boolean => metric === "train_loss" || metric === "train_accuracy";
