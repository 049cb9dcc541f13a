import type { PlannedTrial } from "@actbench/core/internal";

/** A trial and what it costs to run. */
interface Costed {
  readonly trial: Pick<PlannedTrial, "point" | "seed">;
  readonly cost: number;
}

/**
 * Which of two trials runs first: seed by seed, so that a study broken off is balanced; within a seed the
 * longest first, so that no long one is left alone at the end.
 */
export function runOrder(seeds: readonly number[]): (a: Costed, b: Costed) => number {
  const places = new Map(seeds.map((seed, i) => [seed, i]));
  return (a, b) =>
    (places.get(a.trial.seed) ?? 0) - (places.get(b.trial.seed) ?? 0) ||
    b.cost - a.cost ||
    a.trial.point - b.trial.point;
}
