import { infer } from "./infer.js";
import { mean } from "./mean.js";

/** A method's values by block (a seed), where it has one; more is better. */
export type BlockValues = ReadonlyMap<number, number>;

/**
 * The methods that the blocks do not show to be worse than the best one; as places in the list given. In
 * repeated studies the truly best method is among them with probability at least 1 − α: multiple comparisons
 * with the best (Hsu 1984), each method held one-sided against the one with the best mean, paired by block,
 * at α / (k − 1) for k methods. Bonferroni's inequality stands in the place of Dunnett's quantile, and each
 * pair has its own variance, so nothing is pooled over methods that vary unequally. That the best one was
 * picked by the same blocks costs nothing: the truly best method is left out only if some method exceeds it
 * by that much, and there are k − 1 of them. A method without a value in two blocks beside the best one
 * stays.
 */
export function bestSubset(methods: readonly BlockValues[], alpha: number): readonly number[] {
  const best = bestOf(methods);
  if (best === undefined) return [];
  const level = alpha / Math.max(1, methods.length - 1);
  return methods.flatMap((one, place) =>
    one === best || (infer(differences(best, one))?.pGreater(0) ?? 1) > level ? place : [],
  );
}

function bestOf(methods: readonly BlockValues[]): BlockValues | undefined {
  let best: BlockValues | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const one of methods) {
    const center = mean([...one.values()]) ?? Number.NaN;
    // A loss that diverged makes a mean of −∞ or none: such a method is the best only of its like.
    const value = Number.isNaN(center) ? Number.NEGATIVE_INFINITY : center;
    if (best !== undefined && value <= most) continue;
    best = one;
    most = value;
  }
  return best;
}

/** Two values that are both infinite do not differ. */
function differences(best: BlockValues, other: BlockValues): readonly number[] {
  return [...other].flatMap(([block, value]) => {
    const own = best.get(block);
    return own === undefined ? [] : own === value ? 0 : own - value;
  });
}
