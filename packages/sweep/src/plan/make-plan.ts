import type { PlannedTrial } from "@actbench/core/internal";

/**
 * Numbers the trials: all points with the first seed, then all with the second, so that trials keep their
 * numbers when seeds are added.
 */
export function makePlan(
  ids: readonly (readonly string[])[],
  seeds: readonly number[],
): readonly PlannedTrial[] {
  return seeds.flatMap((seed, k) =>
    ids.map((own, point) => ({ trial: k * ids.length + point + 1, id: own[k] ?? "", point, seed })),
  );
}
