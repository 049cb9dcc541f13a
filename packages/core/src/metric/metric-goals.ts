/**
 * Every metric of a trial or a network by its column in `results.csv`, and which way is better. What else is said of
 * metrics (sweep files, rankings, verdicts, pages) takes names and directions from here.
 */
export const METRIC_GOALS = {
  train_loss: "minimize",
  train_accuracy: "maximize",
  validation_loss: "minimize",
  validation_accuracy: "maximize",
  test_loss: "minimize",
  test_accuracy: "maximize",
  dead_rate_init: "minimize",
  dead_rate: "minimize",
  inactive_rate: "minimize",
  saturated_rate: "minimize",
  zero_fraction: "minimize",
  train_s: "minimize",
  samples_per_s: "maximize",
  peak_bytes: "minimize",
  step_ns: "minimize",
} as const satisfies Readonly<Record<string, "maximize" | "minimize">>;

/** The name of a metric. */
export type MetricColumn = keyof typeof METRIC_GOALS;

export function isMetricColumn(name: string): name is MetricColumn {
  return Object.hasOwn(METRIC_GOALS, name);
}
