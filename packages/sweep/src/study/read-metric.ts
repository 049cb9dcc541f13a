import {
  type Goal,
  isMetricColumn,
  isScoreMetric,
  type Metric,
  type MetricColumn,
  metricOf,
  rankingScore,
  type ScoreMetric,
  type StudyPoint,
  scoreMetricName,
  taskOf,
  whyNoScore,
} from "@actbench/core/internal";
import { nearestHint } from "../config/nearest.js";
import type { ProblemList } from "../config/problem-list.js";
import { METRIC_NAMES, metricHint, metricName } from "../settings/metrics.js";
import { checkAsked } from "./check-asked.js";
import type { StudyKeys } from "./read-study-keys.js";

/** What is known of a study besides its metric. */
interface Measured {
  readonly points: readonly StudyPoint[];
  /** The isolated speed lane runs after the trials. */
  readonly speed: boolean;
}

/**
 * What points are ranked by; without validation examples the metric of the test set, with a warning.
 * Where outputs are no classes there is no accuracy: it is an RMSE, of autoencoders a loss.
 */
export function readMetric(
  { metric: asked }: StudyKeys,
  { points, speed }: Measured,
  problems: ProblemList,
): Metric {
  const given = typeof asked === "string" ? { name: asked } : asked;
  const usual = rankingScore(points.map(({ spec }) => spec));
  const name = metricName(given?.name ?? scoreMetricName("validation", usual));
  const path = typeof asked === "string" ? ["metric"] : ["metric", "name"];
  if (!isMetricColumn(name)) {
    problems.add(
      path,
      `there is no metric ${JSON.stringify(name)}`,
      metricHint(name) ?? nearestHint(name, METRIC_NAMES),
    );
    return { name: "validation_accuracy", goal: "maximize" };
  }
  const metric = metricOf(name);
  const { goal } = metric;
  if (given?.goal !== undefined && given.goal !== goal && given.force !== true)
    problems.add(["metric", "goal"], turnedRound(name, goal), "remove goal, or add force: true");
  if (name === "step_ns" && !speed)
    problems.warn(
      "the metric is step_ns, but isolated timing is off: configurations are ranked by accuracy (regression by RMSE, autoencoders by loss); to measure it, set measure: { speed: true }",
    );
  const found = { name, goal: given?.goal ?? goal };
  const lacking = isScoreMetric(metric) ? whyLacking(metric, points) : undefined;
  if (lacking === undefined) checkAsked(name, path, { points, problems });
  if (!isScoreMetric(metric)) return found;
  if (lacking !== undefined)
    problems.add(path, lacking, `take metric: ${scoreMetricName(metric.from, usual)}`);
  if (metric.from !== "validation" || points.every(({ spec }) => spec.dataset.validation > 0)) return found;
  const instead = scoreMetricName("test", metric.score.name);
  problems.warn(
    `the metric is ${instead}: without validation examples, nothing should be tuned with this study`,
  );
  return { ...found, name: instead };
}

/** Why a point has no such score. */
function whyLacking(
  { name, score }: ScoreMetric<MetricColumn>,
  points: readonly StudyPoint[],
): string | undefined {
  const point = points.find(({ spec }) => whyNoScore(score, spec.train) !== undefined);
  if (point === undefined) return undefined;
  const { train } = point.spec;
  const task = taskOf(train);
  return score.tasks?.includes(task.name) === false
    ? `${task.networks} has no ${name}`
    : `a configuration has no ${name}: ${whyNoScore(score, train)}`;
}

function turnedRound(name: string, goal: Goal): string {
  const better = goal === "maximize" ? "larger" : "smaller";
  return `${name} is better when it is ${better}: with this goal the worst configuration would come first`;
}
