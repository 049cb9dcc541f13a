import type { PlannedTrial } from "@actbench/core";

/**
 * Numbers the trials: all points with the first seed, then all with the second, so that trials keep their
 * numbers when seeds are added.
 */
export function makePlan(
  identities: readonly ((seed: number) => string)[],
  seeds: readonly number[],
): readonly PlannedTrial[] {
  return seeds.flatMap((seed, k) =>
    identities.map((identify, point) => ({
      trial: k * identities.length + point + 1,
      id: identify(seed),
      point,
      seed,
    })),
  );
}
