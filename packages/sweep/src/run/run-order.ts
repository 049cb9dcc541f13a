import type { PlannedTrial } from "@actbench/core";

/**
 * Which of two trials runs first: seed by seed, so that a study broken off is balanced; within a seed the longest
 * first, so that no long one is left alone at the end. `costs` are by point number.
 */
export function runOrder(
  seeds: readonly number[],
  costs: readonly number[],
): (a: PlannedTrial, b: PlannedTrial) => number {
  const places = new Map(seeds.map((seed, i) => [seed, i]));
  return (a, b) =>
    (places.get(a.seed) ?? 0) - (places.get(b.seed) ?? 0) ||
    (costs[b.point] ?? 0) - (costs[a.point] ?? 0) ||
    a.point - b.point;
}
