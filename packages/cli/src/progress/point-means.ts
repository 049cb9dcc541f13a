import type { StudyRecord, TrialRecord } from "@actbench/core/internal";
import { formatMetric, isMetricName, trialValue } from "@actbench/report";

interface Mean {
  sum: number;
  n: number;
}

/**
 * Means of a study's metric by point, over the trials that have ended so far; a metric that trials do not
 * have has none.
 */
export class PointMeans {
  readonly #metric: StudyRecord["metric"];
  readonly #means = new Map<string, Mean>();

  constructor(metric: StudyRecord["metric"]) {
    this.#metric = metric;
  }

  /** Adds a trial of a point's label. */
  add(label: string, record: TrialRecord): void {
    const { name } = this.#metric;
    const value = isMetricName(name) ? trialValue(record, name) : undefined;
    if (value === undefined) return;
    const mean = this.#means.get(label);
    if (mean === undefined) this.#means.set(label, { sum: value, n: 1 });
    else {
      mean.sum += value;
      mean.n++;
    }
  }

  /** The point with the best mean, its mean as text, and its trials; undefined where none has a value. */
  best(): { readonly label: string; readonly value: string; readonly n: number } | undefined {
    const { name, goal } = this.#metric;
    const sign = goal === "maximize" ? 1 : -1;
    let best: { label: string; mean: number; n: number } | undefined;
    for (const [label, { sum, n }] of this.#means) {
      const mean = sum / n;
      if (best === undefined || sign * mean > sign * best.mean) best = { label, mean, n };
    }
    if (best === undefined || !isMetricName(name)) return undefined;
    return { label: best.label, value: formatMetric(name, best.mean), n: best.n };
  }
}
