import { binomialTail } from "./binomial-tail.js";
import type { Interval } from "./interval.js";

/**
 * The order-statistics interval of a median (Thompson 1936): from the r-th smallest to the r-th largest
 * value, r the largest that covers with the stated confidence. It holds for any distribution and for infinite
 * values; where even the extremes cover less, the ends are infinite.
 */
export function medianInterval(values: readonly number[], confidence: number): Interval {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  const tail = (1 - confidence) / 2;
  let rank = 0;
  while (rank < n / 2 && 1 - binomialTail(rank + 1, n, 0.5) <= tail) rank++;
  return { low: sorted[rank - 1] ?? -Infinity, high: sorted[n - rank] ?? Infinity };
}
