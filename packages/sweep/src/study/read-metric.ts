import type { Metric, StudyPoint } from "@actbench/core";
import { nearestHint } from "../config/nearest.js";
import type { ProblemList } from "../config/problem-list.js";
import { METRICS, metricName } from "../settings/metrics.js";
import type { StudyKeys } from "./read-study-keys.js";

/**
 * What points are ranked by; without validation examples the metric of the test set, said aloud. Autoencoders have no
 * accuracy, so theirs is a loss.
 */
export function readMetric(
  { metric }: StudyKeys,
  points: readonly StudyPoint[],
  problems: ProblemList,
): Metric {
  const given = typeof metric === "string" ? { name: metric } : metric;
  const unclassed = points.some(({ spec }) => spec.train.target === "input");
  const name = metricName(given?.name ?? (unclassed ? "validation_loss" : "validation_accuracy"));
  const goal = METRICS[name];
  if (goal === undefined) {
    const path = typeof metric === "string" ? ["metric"] : ["metric", "name"];
    problems.add(path, `there is no metric ${JSON.stringify(name)}`, nearestHint(name, Object.keys(METRICS)));
    return { name: "validation_accuracy", goal: "maximize" };
  }
  if (unclassed && name.endsWith("_accuracy"))
    problems.add(
      typeof metric === "string" ? ["metric"] : ["metric", "name"],
      `an autoencoder (train.target: input) has no ${name}`,
      `take metric: ${name.replace("_accuracy", "_loss")}`,
    );
  const isBlind = name.startsWith("validation_") && points.some(({ spec }) => spec.dataset.validation === 0);
  if (!isBlind) return { name, goal: given?.goal ?? goal };
  const instead = name.replace("validation_", "test_");
  problems.warn(`the metric is ${instead}: without validation examples nothing may be tuned on this study`);
  return { name: instead, goal: given?.goal ?? goal };
}
