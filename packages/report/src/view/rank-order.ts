import type { Metric } from "@actbench/core";
import { isMetricName, type MetricName } from "../metrics/metric-name.js";
import type { PointView } from "./point-view.js";

/** The study's metric where a report knows it, else the validation accuracy. */
export function rankMetric(metric: Metric): { readonly name: MetricName; readonly sign: 1 | -1 } {
  if (!isMetricName(metric.name)) return { name: "validation_accuracy", sign: 1 };
  return { name: metric.name, sign: metric.goal === "maximize" ? 1 : -1 };
}

/**
 * Best first, by the mean over completed seeds. A point of which a seed diverged comes after all of which none
 * did, so that a lucky survivor does not lead; a point without a value comes last, one that was stopped early at a later rung before
 * one at an earlier rung. Ties keep the plan's order.
 */
export function rankOrder(points: readonly PointView[], metric: Metric): readonly PointView[] {
  const { name, sign } = rankMetric(metric);
  const keyed = points.map((point) => {
    const value = point.estimate(name)?.mean;
    const tier = value === undefined ? 2 : point.diverged > 0 ? 1 : 0;
    return { point, tier, value: value === undefined ? (point.prunedAt ?? 0) : sign * value };
  });
  keyed.sort((a, b) => a.tier - b.tier || b.value - a.value || a.point.point.point - b.point.point.point);
  return keyed.map(({ point }) => point);
}
