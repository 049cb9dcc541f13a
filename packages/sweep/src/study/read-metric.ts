import { isMetricColumn, METRIC_GOALS, type Metric, type StudyPoint } from "@actbench/core";
import { nearestHint } from "../config/nearest.js";
import type { ProblemList } from "../config/problem-list.js";
import { METRIC_NAMES, metricName } from "../settings/metrics.js";
import type { StudyKeys } from "./read-study-keys.js";

/** What is known of a study beside its metric. */
interface Measured {
  readonly points: readonly StudyPoint[];
  /** The isolated speed lane runs after the trials. */
  readonly speed: boolean;
}

/**
 * What points are ranked by; without validation examples the metric of the test set, said aloud. Autoencoders have no
 * accuracy, so theirs is a loss.
 */
export function readMetric(
  { metric }: StudyKeys,
  { points, speed }: Measured,
  problems: ProblemList,
): Metric {
  const given = typeof metric === "string" ? { name: metric } : metric;
  const unclassed = points.some(({ spec }) => spec.train.target === "input");
  const name = metricName(given?.name ?? (unclassed ? "validation_loss" : "validation_accuracy"));
  const path = typeof metric === "string" ? ["metric"] : ["metric", "name"];
  if (!isMetricColumn(name)) {
    problems.add(path, `there is no metric ${JSON.stringify(name)}`, nearestHint(name, METRIC_NAMES));
    return { name: "validation_accuracy", goal: "maximize" };
  }
  const goal = METRIC_GOALS[name];
  if (given?.goal !== undefined && given.goal !== goal && given.force !== true)
    problems.add(
      ["metric", "goal"],
      turnedRound(name, goal),
      "take goal out, or write force: true beside it",
    );
  if (name === "step_ns" && !speed)
    problems.warn(
      "the metric is step_ns, and the isolated speed lane that measures it does not run: points are ranked by accuracy (an autoencoder's by loss) until it has; measure: { speed: true } asks for it",
    );
  if (unclassed && name.endsWith("_accuracy"))
    problems.add(
      path,
      `an autoencoder (train.target: input) has no ${name}`,
      `take metric: ${name.replace("_accuracy", "_loss")}`,
    );
  const isBlind = name.startsWith("validation_") && points.some(({ spec }) => spec.dataset.validation === 0);
  if (!isBlind) return { name, goal: given?.goal ?? goal };
  const instead = name.replace("validation_", "test_");
  problems.warn(`the metric is ${instead}: without validation examples nothing may be tuned on this study`);
  return { name: instead, goal: given?.goal ?? goal };
}

function turnedRound(name: string, goal: Metric["goal"]): string {
  const better = goal === "maximize" ? "larger" : "smaller";
  return `${name} is better where it is ${better}: with this goal the worst point would come first`;
}
