import { type EpochMetric, type EpochRecord, METRICS } from "@actbench/core/internal";

/**
 * What a network reached at an epoch's end, by the names of metrics: losses, accuracies, rates over the units
 * of all hidden layers. Absent where it was not measured or is not finite: JSON knows no infinity, and a run
 * that is continued from its files must see what the unbroken one sees.
 */
export type EpochScores = { readonly [M in EpochMetric]?: number };

/** The scores of an epoch. */
export function epochScores(epoch: EpochRecord): EpochScores {
  const values = METRICS.flatMap((metric) =>
    metric.of === "epoch" ? [[metric.name, metric.read(epoch)] as const] : [],
  );
  return Object.fromEntries(values.filter(([, value]) => Number.isFinite(value)));
}
