/** Six significant digits: what a record keeps of a measured moment, whose last bits nobody reads. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
