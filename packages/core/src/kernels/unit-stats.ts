/**
 * What a probe leaves per unit: rows of 32-bit lanes, in this order. The first three are kept from block to block, the others
 * over as many blocks as the caller says. Counts are i32. Sums run over distances from their first example (`z_first`,
 * `a_first`), so that a small variance beside a large mean is kept.
 */
export const UNIT_STATS = [
  /** A mask. */
  "alive",
  "max_slope",
  /** The slope that decides: see `f32_measure_slopes`. */
  "enough",
  "positive",
  "z_first",
  "z_sum",
  "z_squares",
  "zeros",
  "a_first",
  "a_sum",
  "a_squares",
  "a_sizes",
] as const;
export type UnitStat = (typeof UNIT_STATS)[number];
