import { randomStream } from "@actbench/core/internal";

/**
 * Orders drawn, fewer where many ranks are exchanged in each: the test has its level with any number of them.
 */
const MAX_DRAWS = 10_000;
const MIN_DRAWS = 1000;
/** Exchanges of two ranks in all draws together: a tenth of a second. */
const MAX_EXCHANGES = 2_000_000;

/**
 * Orders drawn for a number of conditions of k methods; the one seen counts as one more, so p is at least 1 /
 * (draws + 1).
 */
export function friedmanDraws(conditions: number, k: number): number {
  const exchanges = Math.max(1, conditions * (k - 1));
  return Math.max(MIN_DRAWS, Math.min(MAX_DRAWS, Math.floor(MAX_EXCHANGES / exchanges)));
}

/**
 * The p of Friedman's test from drawn orders of the ranks within each condition: the share, among them and
 * the order seen, whose rank sums lie at least as far from each other (Phipson and Smyth 2010). Always the
 * same draws.
 */
export function drawnFriedman(byCondition: readonly (readonly number[])[]): number {
  const k = byCondition[0]?.length ?? 0;
  // Twice a mean rank is a whole number, so sums are exact and ties with what was seen are found.
  const rows = byCondition.map((row) => Float64Array.from(row, (rank) => 2 * rank));
  const sums = new Float64Array(k);
  const spread = (): number => {
    let total = 0;
    for (const sum of sums) total += sum * sum;
    return total;
  };
  const add = (row: Float64Array): void => {
    for (let j = 0; j < k; j++) sums[j] = (sums[j] as number) + (row[j] as number);
  };
  rows.forEach(add);
  const observed = spread();
  const stream = randomStream(0, "friedman", rows.length);
  const draws = friedmanDraws(rows.length, k);
  let beyond = 1;
  for (let draw = 0; draw < draws; draw++) {
    sums.fill(0);
    for (const row of rows) {
      for (let j = k - 1; j > 0; j--) {
        const other = stream.below(j + 1);
        const value = row[j] as number;
        row[j] = row[other] as number;
        row[other] = value;
      }
      add(row);
    }
    if (spread() >= observed) beyond++;
  }
  return beyond / (draws + 1);
}
