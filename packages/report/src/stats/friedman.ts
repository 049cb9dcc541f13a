import { fTail } from "./f-tail.js";
import { ranks } from "./ranks.js";

/** Mean ranks of k methods over N conditions, and whether they can be told apart at all. */
export interface Friedman {
  /** By method, in the order given; 1 is best. */
  readonly meanRanks: readonly number[];
  readonly conditions: number;
  /** Iman and Davenport's F of Friedman's χ², with k − 1 and (k − 1)(N − 1) degrees of freedom. */
  readonly f: number;
  readonly p: number;
}

/**
 * Friedman's test in Iman and Davenport's form. `scores[i][j]` is method j under condition i, more is better.
 * χ² = 12N / (k(k + 1)) · (Σ R² − k(k + 1)² / 4), F = (N − 1) χ² / (N (k − 1) − χ²).
 * Source: Demšar 2006, "Statistical comparisons of classifiers over multiple data sets", §3.2.2.
 */
export function friedman(scores: readonly (readonly number[])[]): Friedman {
  const n = scores.length;
  const k = scores[0]?.length ?? 0;
  if (n < 2 || k < 2) throw new RangeError(`${n} conditions of ${k} methods; the test needs two of both`);
  const byCondition = scores.map((row) => ranks(row.map((value) => -value)));
  const meanRanks = Array.from(
    { length: k },
    (_, j) => byCondition.reduce((sum, row) => sum + (row[j] ?? 0), 0) / n,
  );
  const squares = meanRanks.reduce((sum, rank) => sum + rank * rank, 0);
  const chi = ((12 * n) / (k * (k + 1))) * (squares - (k * (k + 1) ** 2) / 4);
  const left = n * (k - 1) - chi;
  const f = left <= 0 ? Infinity : ((n - 1) * chi) / left;
  return { meanRanks, conditions: n, f, p: f === Infinity ? 0 : fTail(f, k - 1, (k - 1) * (n - 1)) };
}
