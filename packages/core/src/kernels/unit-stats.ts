/** What is known of a unit's slopes, kept from block to block. */
export const SLOPE_STATS = [
  /** A mask. */
  "alive",
  "max_slope",
  /** The slope that decides: see `f32_measure_slopes`. */
  "enough",
] as const;

/**
 * Counts (i32) and sums of a unit over as many blocks as the caller says. Sums run over distances from their
 * first example (`z_first`, `a_first`), so that a small variance with a large mean is not lost.
 */
export const SUM_STATS = [
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

/** What a probe leaves per unit: rows of 32-bit lanes, in this order. */
export const UNIT_STATS = [...SLOPE_STATS, ...SUM_STATS] as const;
export type UnitStat = (typeof UNIT_STATS)[number];
