import { drawnFriedman } from "./drawn-friedman.js";
import { exactFriedman } from "./exact-friedman.js";
import { ranks } from "./ranks.js";

/** Mean ranks of k methods over N conditions, and whether they differ at all. */
export interface Friedman {
  /** By method, in the order given; 1 is best. */
  readonly meanRanks: readonly number[];
  readonly conditions: number;
  /** Friedman's χ², corrected for ties; 0 where every condition ties all methods. */
  readonly chi: number;
  /** Of "within a condition every order of the ranks is equally probable"; never 0. */
  readonly p: number;
  /** Whether p counts all orders; else a sample of them. */
  readonly exact: boolean;
}

/**
 * Friedman's test as the permutation test it was published as. `scores[i][j]` is method j under condition i,
 * more is better; equal scores share their mean rank. With Rⱼ the sum of method j's ranks r: χ² = (k − 1) · Σ
 * (Rⱼ − N(k + 1)/2)² / (Σ r² − N k (k + 1)² / 4), which corrects for ties. For two methods p is that of the
 * two-sided sign test. The usual tails of χ² and F are not used: with six conditions they reject equal
 * methods in 3.7 % and 5.5 % of cases at a level of 5 %. Sources: Friedman 1937; Conover 1999, "Practical
 * Nonparametric Statistics", §5.8; Demšar 2006, "Statistical comparisons of classifiers over multiple data
 * sets", §3.2.2.
 */
export function friedman(scores: readonly (readonly number[])[]): Friedman {
  const n = scores.length;
  const k = scores[0]?.length ?? 0;
  if (n < 2 || k < 2) throw new RangeError(`${n} conditions of ${k} methods; the test needs two of both`);
  const byCondition = scores.map((row) => ranks(row.map((value) => -value)));
  const sums = Array.from({ length: k }, (_, j) => byCondition.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const expected = (n * (k + 1)) / 2;
  const between = sums.reduce((sum, rank) => sum + (rank - expected) ** 2, 0);
  const within =
    byCondition.flat().reduce((sum, rank) => sum + rank * rank, 0) - (expected * k * (k + 1)) / 2;
  const exact = exactFriedman(byCondition);
  return {
    meanRanks: sums.map((sum) => sum / n),
    conditions: n,
    chi: within === 0 ? 0 : ((k - 1) * between) / within,
    p: exact ?? drawnFriedman(byCondition),
    exact: exact !== undefined,
  };
}
