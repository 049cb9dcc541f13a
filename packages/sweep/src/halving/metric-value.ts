import type { EpochScores } from "../results/epoch-scores.js";

/** Metrics that a rung can be decided by: measured at every epoch, the same on every machine, and no test set. */
const METRICS: readonly (keyof EpochScores)[] = [
  "train_loss",
  "train_accuracy",
  "validation_loss",
  "validation_accuracy",
  "dead_rate",
  "inactive_rate",
  "saturated_rate",
  "zero_fraction",
];

/** Names of the metrics that a rung can be decided by. */
export const RUNG_METRICS: readonly string[] = METRICS;

/** The value of one of `RUNG_METRICS` among scores; undefined where it was not measured or is not finite. */
export function metricValue(metric: string, scores: EpochScores): number | undefined {
  const name = METRICS.find((known) => known === metric);
  return name && scores[name];
}
