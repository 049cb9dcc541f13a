/**
 * Arithmetic mean by a running update, which cannot overflow where the mean does not; undefined of nothing.
 */
export function mean(values: readonly number[]): number | undefined {
  let result: number | undefined;
  values.forEach((value, i) => {
    result = result === undefined ? value : result + (value - result) / (i + 1);
  });
  return result;
}
