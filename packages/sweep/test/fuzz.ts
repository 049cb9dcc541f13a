import fc from "fast-check";

/** Seeds that are tried every time; one that once found a fault stays here, with its path where fast-check gives one. */
const KEPT_SEEDS: readonly number[] = [20_261_121, 7, 1_234_567];

/** Runs a property on the kept seeds, and with `ACTBENCH_CHAOS_SEED` on that one too; a failure says its seed and path. */
export function fuzz<T>(property: fc.IRawProperty<T>, numRuns: number): void {
  const asked = process.env.ACTBENCH_CHAOS_SEED;
  const seeds = asked === undefined ? KEPT_SEEDS : [...KEPT_SEEDS, Number(asked)];
  for (const seed of seeds) fc.assert(property, { seed, numRuns: Math.ceil(numRuns / seeds.length) });
}
