import { readsOutputs, type ScoreEntry } from "../score/score-entry.js";
import type { ScoreName } from "../score/scores.js";
import { isScoreMetric, type MetricEntry } from "./metric-entry.js";
import { METRICS, type MetricColumn } from "./metrics.js";

interface Point {
  readonly spec: { readonly measure: { readonly scores?: readonly ScoreName[] } };
}

/** Whether a study measures a metric that must be asked for; true of all others. */
export function isAsked(metric: MetricEntry, points: readonly Point[]): boolean {
  return !isScoreMetric(metric) || !readsOutputs(metric.score) || asksFor(metric.score, points);
}

/** The metrics that a study may have values of, in the list's order. */
export function measuredMetrics(points: readonly Point[]): readonly MetricEntry<MetricColumn>[] {
  return METRICS.filter((metric) => isAsked(metric, points));
}

function asksFor({ name }: ScoreEntry<ScoreName>, points: readonly Point[]): boolean {
  return points.some(({ spec }) => spec.measure.scores?.includes(name) === true);
}
