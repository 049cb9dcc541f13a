import { mean } from "../stats/mean.js";
import type { Counted } from "./counted.js";

/** The two sides of a comparison at one seed and equal other settings. */
export interface Pair {
  readonly a: Counted;
  readonly b: Counted;
}

/** Differences b − a, one per seed, with everything that did not become one. */
export interface PairedSample {
  /** One per seed with a pair; ±∞ where the loss of one side diverged. */
  readonly differences: readonly number[];
  /** Mean of side a over the pairs, for margins that are relative to it; absent where it is not finite. */
  readonly reference?: number;
  /** Seeds that both sides have planned. */
  readonly seeds: number;
  /** Pairs that were planned, and of these without a value on a side. */
  readonly planned: number;
  readonly leftOut: number;
  /** Pairs with a side that diverged and counts as diverged. */
  readonly diverged: number;
  /**
   * Pairs whose side a diverged, whether or not the metric has a value for that, and pairs whose side b did.
   */
  readonly divergedA: number;
  readonly divergedB: number;
  /** Pairs of the same weights, bit for bit, and the same value. */
  readonly identical: number;
  /** Pairs with a side that was stopped early on purpose. */
  readonly pruned: number;
  /** What else a reader must know of the sides, as a clause: that their seeds fall into two groups. */
  readonly remark?: string;
}

/**
 * Gathers pairs, a list per seed: within a seed the mean over its settings, so that n is the number of seeds
 * whatever the number of settings. Pairs with a side missing are left out and counted.
 */
export function pairedSample(seeds: readonly (readonly Pair[])[]): PairedSample {
  const pairs = seeds.flat();
  const differences = seeds.flatMap((own) => meanDifference(own.flatMap(differenceOf)) ?? []);
  const reference = mean(
    pairs.flatMap((pair) => (differenceOf(pair).length > 0 && "value" in pair.a ? pair.a.value : [])),
  );
  const count = (test: (pair: Pair) => boolean): number => pairs.filter(test).length;
  return {
    differences,
    ...(reference !== undefined && Number.isFinite(reference) ? { reference } : {}),
    seeds: seeds.filter((own) => own.length > 0).length,
    planned: pairs.length,
    leftOut: count((pair) => differenceOf(pair).length === 0),
    diverged: count(({ a, b }) => countsAsDiverged(a) || countsAsDiverged(b)),
    divergedA: count(({ a }) => hasDiverged(a)),
    divergedB: count(({ b }) => hasDiverged(b)),
    identical: count(isIdentical),
    pruned: count(({ a, b }) => isAbsent(a, "pruned") || isAbsent(b, "pruned")),
  };
}

const isAbsent = (side: Counted, reason: string): boolean => "absent" in side && side.absent === reason;
const countsAsDiverged = (side: Counted): boolean => "value" in side && side.diverged;
const hasDiverged = (side: Counted): boolean => countsAsDiverged(side) || isAbsent(side, "diverged");

function isIdentical({ a, b }: Pair): boolean {
  if (!("value" in a && "value" in b)) return false;
  return a.digest !== undefined && a.digest === b.digest && a.value === b.value;
}

/** The difference of a pair, none where a side is missing. Two losses that both diverged do not differ. */
function differenceOf({ a, b }: Pair): readonly number[] {
  if (!("value" in a && "value" in b)) return [];
  return [a.value === b.value ? 0 : b.value - a.value];
}

/** The mean, in which an infinite difference outweighs all others; two of opposite sign have none. */
function meanDifference(values: readonly number[]): number | undefined {
  const infinite = new Set(values.filter((value) => !Number.isFinite(value)));
  const [only] = infinite;
  if (only !== undefined) return infinite.size === 1 ? only : undefined;
  return mean(values);
}
