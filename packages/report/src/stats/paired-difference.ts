import { type Estimate, tInterval } from "./t-interval.js";

/** Differences b − a within pairs, with what could not be paired counted, never silently dropped. */
export interface PairedDifference {
  readonly difference?: Estimate;
  readonly differences: readonly number[];
  /** Pairs in which a side has no value. */
  readonly leftOut: number;
}

/**
 * The mean of b − a over pairs with Student's t interval of the differences. Pairs with a side missing are left
 * out and counted.
 */
export function pairedDifference(
  pairs: readonly (readonly [a: number | undefined, b: number | undefined])[],
  confidence: number,
): PairedDifference {
  const differences: number[] = [];
  for (const [a, b] of pairs) if (a !== undefined && b !== undefined) differences.push(b - a);
  const difference = tInterval(differences, confidence);
  return {
    ...(difference === undefined ? {} : { difference }),
    differences,
    leftOut: pairs.length - differences.length,
  };
}
