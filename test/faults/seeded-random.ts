import { randomStream } from "../../packages/core/dist/internal.js";

/**
 * Uniform numbers in [0, 1) that follow from a text: a failing test fails again. `ACTBENCH_CHAOS_SEED` gives
 * others; the seed is printed at the start.
 */
export function seededRandom(text: string): () => number {
  const seed = Number(process.env.ACTBENCH_CHAOS_SEED ?? 1);
  console.info(`${text}: ACTBENCH_CHAOS_SEED=${seed}`);
  const stream = randomStream(seed, text);
  return () => stream.below(2 ** 24) / 2 ** 24;
}
