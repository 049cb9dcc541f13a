/** Metric columns of `results.csv` that a study can be ranked by, and which way is better. */
export const METRICS: Readonly<Record<string, "maximize" | "minimize">> = {
  train_loss: "minimize",
  train_accuracy: "maximize",
  validation_loss: "minimize",
  validation_accuracy: "maximize",
  test_loss: "minimize",
  test_accuracy: "maximize",
  dead_rate: "minimize",
  inactive_rate: "minimize",
  saturated_rate: "minimize",
  zero_fraction: "minimize",
  samples_per_s: "maximize",
  train_s: "minimize",
  step_ns: "minimize",
};

/** Every spelling of a metric's name that `metricName` knows. */
export function metricSpellings(): readonly string[] {
  const names = Object.keys(METRICS).flatMap((name) => [name, name.replace(/_accuracy$/, "_acc")]);
  return [...new Set(names.flatMap((name) => [name, name.replace(/^validation_/, "val_")]))];
}

/** A metric's name as this project writes it: `val_acc` becomes `validation_accuracy`. */
export function metricName(name: string): string {
  const long = name.replace(/^val_/, "validation_").replace(/_acc$/, "_accuracy");
  return Object.hasOwn(METRICS, long) ? long : name;
}
