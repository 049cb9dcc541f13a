/** Six significant digits: what a record keeps of a measured moment, whose last bits nobody reads. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

/** A number, or null where it is not finite: what JSON would make of it. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
