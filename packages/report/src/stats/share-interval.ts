import { binomialTail } from "./binomial-tail.js";
import type { Interval } from "./interval.js";

/**
 * The exact interval of a share, k of n seen (Clopper and Pearson 1934): all shares that a two-sided binomial
 * test does not refuse. It covers with at least the stated confidence. Throws a `RangeError` unless 0 ≤ k ≤ n
 * and n ≥ 1.
 */
export function shareInterval(k: number, n: number, confidence: number): Interval {
  if (!(n >= 1 && k >= 0 && k <= n)) throw new RangeError(`${k} of ${n} is no share`);
  const tail = (1 - confidence) / 2;
  return {
    low: k === 0 ? 0 : shareWhere((p) => binomialTail(k, n, p) - tail),
    high: k === n ? 1 : shareWhere((p) => binomialTail(k + 1, n, p) - (1 - tail)),
  };
}

/** The root of an increasing function of a share, by bisection to 1e-12. */
function shareWhere(f: (p: number) => number): number {
  let [low, high] = [0, 1];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
