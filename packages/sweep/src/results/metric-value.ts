import { METRICS } from "@actbench/core/internal";
import type { EpochScores } from "./epoch-scores.js";

/**
 * Names of the metrics that a rung can be decided by: of every epoch, the same on every machine, and not of
 * the test set.
 */
export const RUNG_METRICS: readonly string[] = METRICS.flatMap((metric) =>
  metric.of === "epoch" && metric.repeats && metric.from !== "test" ? [metric.name] : [],
);

/** The value of one of `RUNG_METRICS` among scores; undefined where it was not measured or is not finite. */
export function metricValue(metric: string, scores: EpochScores): number | undefined {
  return RUNG_METRICS.includes(metric) ? scores[metric as keyof EpochScores] : undefined;
}
