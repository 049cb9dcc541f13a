import fc from "fast-check";

/** Seeds that are tried every time. */
const SEEDS: readonly number[] = [20_261_121, 7, 1_234_567];

export interface FuzzOptions<T> {
  /** Inputs drawn from each seed. */
  readonly runs: number;
  /** Inputs that once found a fault, shrunk: they are tried first, for ever, whatever is drawn one day. */
  readonly kept?: T[];
}

/**
 * Runs a property on what was kept and on the kept seeds, and with `ACTBENCH_CHAOS_SEED` on what that one
 * draws. A failure says its seed and path and the smallest input: that input joins `kept` beside the
 * property.
 */
export async function fuzz<T>(
  property: fc.IRawProperty<T>,
  { runs, kept = [] }: FuzzOptions<T>,
): Promise<void> {
  const asked = process.env.ACTBENCH_CHAOS_SEED;
  const seeds = asked === undefined ? SEEDS : [...SEEDS, Number(asked)];
  for (const seed of seeds) await fc.assert(property, { seed, numRuns: runs + kept.length, examples: kept });
}
