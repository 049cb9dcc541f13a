import { isMetricColumn, isShareUnit, isUnitOfNumbers, METRICS, metricOf } from "@actbench/core/internal";

/** Names of the metrics that a study can be ranked by. */
export const METRIC_NAMES: readonly string[] = METRICS.map(({ name }) => name);

/** Every spelling of a metric's name that `metricName` knows. */
export function metricSpellings(): readonly string[] {
  const names = METRIC_NAMES.flatMap((name) => [name, name.replace(/_accuracy$/, "_acc")]);
  return [...new Set(names.flatMap((name) => [name, name.replace(/^validation_/, "val_")]))];
}

/**
 * A metric's name as this project writes it: `val_acc`, `val/accuracy` and `Val-Acc` become
 * `validation_accuracy`.
 */
export function metricName(name: string): string {
  const long = name
    .toLowerCase()
    .replace(/[/.\s-]/g, "_")
    .replace(/^(val|valid)_/, "validation_")
    .replace(/_acc$/, "_accuracy");
  return isMetricColumn(long) ? long : name;
}

/** Which metrics a name of another library may mean: `accuracy` is of no rows. */
export function metricHint(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/^acc$/, "accuracy");
  const meant = METRIC_NAMES.filter((one) =>
    ["validation", "test", "train"].some((of) => one === `${of}_${plain}`),
  );
  return meant.length > 0 ? `write ${meant.join(", ")}` : undefined;
}

/** Whether a metric tells how well numbers are predicted. */
export function isOfNumbers(name: string): boolean {
  return isMetricColumn(name) && isUnitOfNumbers(metricOf(name).unit);
}

/** Whether a metric is a share, so that its differences are percentage points. */
export function isShare(name: string): boolean {
  return isMetricColumn(name) && isShareUnit(metricOf(name).unit);
}
