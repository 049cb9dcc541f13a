import { mean } from "./mean.js";
import { standardDeviation } from "./standard-deviation.js";
import { studentTQuantile } from "./student-t.js";

/** A mean over seeds. `sd`, `low` and `high` exist from n = 2 on. */
export interface Estimate {
  readonly n: number;
  readonly mean: number;
  readonly sd?: number;
  readonly low?: number;
  readonly high?: number;
}

/**
 * Mean with Student's t interval, x̄ ± t · s / √n (Student 1908). It assumes that values are draws of one
 * normal distribution; it covers their mean with probability `confidence`. One value has no interval.
 */
export function tInterval(values: readonly number[], confidence: number): Estimate | undefined {
  const center = mean(values);
  if (center === undefined) return undefined;
  const sd = standardDeviation(values);
  if (sd === undefined) return { n: values.length, mean: center };
  const half = (studentTQuantile(0.5 + confidence / 2, values.length - 1) * sd) / Math.sqrt(values.length);
  return { n: values.length, mean: center, sd, low: center - half, high: center + half };
}
