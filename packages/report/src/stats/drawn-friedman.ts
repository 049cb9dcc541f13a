import { randomStream } from "@actbench/core/internal";

/** Orders drawn; the one seen counts as one more, so p is at least 1 / 10,001. */
export const FRIEDMAN_DRAWS = 10_000;

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
  let beyond = 1;
  for (let draw = 0; draw < FRIEDMAN_DRAWS; draw++) {
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
  return beyond / (FRIEDMAN_DRAWS + 1);
}
