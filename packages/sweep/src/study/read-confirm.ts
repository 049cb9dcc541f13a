import { type Confirmation, isMetricColumn, type Metric, metricOf } from "@actbench/core/internal";
import type { ProblemList } from "../config/problem-list.js";
import { RUNG_METRICS } from "../results/metric-value.js";
import type { StudyKeys } from "./read-study-keys.js";

/**
 * The fresh seeds of `seeds: { count, confirm }`, which follow the others: count … count + confirm − 1.
 * Undefined where nothing is to be confirmed. A metric that may not choose is a problem.
 */
export function readConfirm(
  { seeds }: StudyKeys,
  metric: Metric,
  problems: ProblemList,
): Confirmation | undefined {
  if (typeof seeds !== "object" || !("count" in seeds)) return undefined;
  const { count, confirm = 0 } = seeds;
  if (confirm === 0) return undefined;
  const path = ["seeds", "confirm"];
  if (!RUNG_METRICS.includes(metric.name))
    problems.add(
      path,
      `finalists cannot be chosen by ${metric.name}`,
      isOfTest(metric.name)
        ? "the test set must not select; hold validation examples out"
        : `use ${RUNG_METRICS.join(", ")}`,
    );
  return { seeds: Array.from({ length: confirm }, (_, k) => count + k), points: [] };
}

function isOfTest(name: string): boolean {
  const metric = isMetricColumn(name) ? metricOf(name) : undefined;
  return metric?.of === "epoch" && metric.from === "test";
}
