import type { ProblemList } from "../config/problem-list.js";
import type { StudyKeys } from "./read-study-keys.js";

const DEFAULT_SEEDS = 5;

/** The seeds of a study: a number n means 0 … n − 1. */
export function readSeeds({ seeds = DEFAULT_SEEDS }: StudyKeys, problems: ProblemList): readonly number[] {
  if (Array.isArray(seeds)) {
    const twice = seeds.find((seed, i) => seeds.indexOf(seed) !== i);
    if (twice !== undefined)
      problems.add(["seeds", seeds.lastIndexOf(twice)], `the seed ${twice} occurs twice`);
    return seeds;
  }
  const count = typeof seeds === "number" ? seeds : (seeds as { readonly count: number }).count;
  return Array.from({ length: count }, (_, seed) => seed);
}
