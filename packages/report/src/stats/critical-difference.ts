import { normalRangeCdf } from "./normal-range.js";

/**
 * Nemenyi's critical difference of mean ranks of k methods over N conditions at level α: q · √(k(k + 1) /
 * 6N), q the 1 − α quantile of the studentized range with infinite degrees of freedom, divided by √2 (Demšar
 * 2006, §3.2.2).
 */
export function criticalDifference(k: number, conditions: number, alpha: number): number {
  let [low, high] = [0, 12];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (normalRangeCdf(middle, k) < 1 - alpha) low = middle;
    else high = middle;
  }
  return (high / Math.SQRT2) * Math.sqrt((k * (k + 1)) / (6 * conditions));
}
