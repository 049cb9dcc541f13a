import {
  type EpochMetric,
  isMetricColumn,
  isScoreMetric,
  METRICS as LIST,
  type MetricColumn,
  type MetricEntry,
  type MetricUnit,
  measuredMetrics,
  metricOf,
  RANKING_SCORES,
  requestOf,
  type StudyRecord,
} from "@actbench/core/internal";

/** A metric that trials have; the isolated speed lane measures `step_ns` of a network, over no seeds. */
export type MetricName = Exclude<MetricColumn, "step_ns">;
export type { EpochMetric };

/**
 * Every metric that a trial may have: what tasks are ranked by first, what only some studies measure last.
 */
export const TRIAL_METRICS: readonly MetricName[] = LIST.toSorted((a, b) => placeOf(a) - placeOf(b))
  .map(({ name }) => name)
  .filter((name) => name !== "step_ns");

/** Where a metric stands among others; those of one place keep the list's order. */
function placeOf(metric: MetricEntry): number {
  if (requestOf(metric) !== undefined) return 102;
  if (!isScoreMetric(metric)) return metric.of === "epoch" ? 100 : 101;
  const place = RANKING_SCORES.indexOf(metric.score.name);
  return place < 0 ? 99 : place;
}

/**
 * The metrics that must be asked for and that a study asks for: each stands behind what is shown of every
 * study.
 */
export function askedMetrics({ points }: Pick<StudyRecord, "points">): readonly MetricName[] {
  const measured = new Set(measuredMetrics(points).map(({ name }) => name));
  return TRIAL_METRICS.filter((name) => measured.has(name) && requestOf(metricOf(name)) !== undefined);
}

export function isMetricName(name: string): name is MetricName {
  return isMetricColumn(name) && name !== "step_ns";
}

export function isEpochMetric(name: string): name is EpochMetric {
  return isMetricColumn(name) && metricOf(name).of === "epoch";
}

/** How a metric's numbers are written and drawn. */
export function metricUnit(name: MetricName): MetricUnit {
  return metricOf(name).unit;
}

/** Whether a metric tells how well a network does on examples. */
export function isScore(name: MetricName): boolean {
  return isScoreMetric(metricOf(name));
}

/** A metric's name in a sentence, for example `validation accuracy`. */
export function metricTitle(name: string): string {
  return isMetricColumn(name) ? metricOf(name).title : name.replaceAll("_", " ");
}

/** What is measured, whatever the examples: `accuracy` of `test_accuracy`. */
export function measureTitle(metric: MetricName): string {
  return metricTitle(metric).replace(/^(?:train|validation|test) /, "");
}
