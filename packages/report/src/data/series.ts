import { decimalRank } from "./decimal-rank.js";

/** A field's values by epoch; undefined where it was not measured. */
export type Series = readonly (number | undefined)[];

/** How the changes of a series are written. */
export const SERIES_KIND = { absent: 0, constant: 1, linear: 2, whole: 3, gaps: 4 } as const;

/**
 * The rank of 1, from which the first of a series is counted: most measures are within a few powers of ten of
 * it.
 */
export function baseRank(digits: number): number {
  return decimalRank(1, digits);
}
