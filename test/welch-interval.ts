import { mean } from "../packages/report/dist/stats/mean.js";
import { standardDeviation } from "../packages/report/dist/stats/standard-deviation.js";
import { studentTQuantile } from "../packages/report/dist/stats/student-t.js";

/**
 * Interval of the difference of two means, mean(a) − mean(b), of independent samples whose deviations may
 * differ: x̄ − ȳ ± t · √(s²/n + r²/m) with the degrees of freedom of Welch 1947. Two values of each at least.
 */
export function welchInterval(a: readonly number[], b: readonly number[], confidence: number) {
  const [first, second] = [a, b].map((values) => ({
    center: mean(values) ?? Number.NaN,
    share: (standardDeviation(values) ?? Number.NaN) ** 2 / values.length,
    freedom: values.length - 1,
  })) as [Sample, Sample];
  const variance = first.share + second.share;
  const freedom = variance ** 2 / (first.share ** 2 / first.freedom + second.share ** 2 / second.freedom);
  const half = studentTQuantile(0.5 + confidence / 2, freedom) * Math.sqrt(variance);
  const difference = first.center - second.center;
  return { low: difference - half, high: difference + half };
}

interface Sample {
  readonly center: number;
  /** Variance of the mean. */
  readonly share: number;
  readonly freedom: number;
}
