import type { MetricName } from "../metrics/metric-name.js";
import { isOfNumbers } from "../metrics/within-bounds.js";

/** What a diverged trial counts as, after "counts as". */
export function chanceWords(metric: MetricName): string {
  return isOfNumbers(metric)
    ? "always predicting the mean of the training rows"
    : "always predicting the majority class";
}
