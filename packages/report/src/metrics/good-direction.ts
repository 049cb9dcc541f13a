import {
  isMetricColumn,
  isScoreMetric,
  type Metric,
  type MetricColumn,
  metricOf,
} from "@actbench/core/internal";
import type { MetricName } from "./metric-name.js";

/**
 * 1 where more of a metric is better, −1 where less is better. A study that reverses the goal of its metric
 * (`force: true`) turns it for that measure on all examples, so that what ranks, what chooses and what judges
 * agree.
 */
export function goodDirection(metric: MetricName, asked: Metric): 1 | -1 {
  const usual = metricOf(metric).goal === "maximize" ? 1 : -1;
  if (!isMetricColumn(asked.name) || metricOf(asked.name).goal === asked.goal) return usual;
  return measureOf(metric) === measureOf(asked.name) ? (usual === 1 ? -1 : 1) : usual;
}

/** What is measured, whatever the examples: `accuracy` of `test_accuracy`. */
export function measureOf(name: MetricColumn): string {
  const metric = metricOf(name);
  return isScoreMetric(metric) ? metric.score.name : name;
}
