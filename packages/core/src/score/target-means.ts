/**
 * The mean over examples and targets of sums over examples, one for each target; NaN where there are none.
 */
export function meanOf(sums: Float64Array | undefined, rows: number): number {
  if (sums === undefined) return Number.NaN;
  let total = 0;
  for (const sum of sums) total += sum;
  return total / (rows * sums.length);
}
