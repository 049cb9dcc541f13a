import { philox, purposeKey } from "@actbench/core/internal";

const BITS = 32;
const PURPOSE = purposeKey("sobol");

/**
 * Owen's nested scrambling of a 32-bit fraction: each bit is flipped or not by a draw that depends on the
 * seed, the dimension and all bits above it. Points stay as evenly spread as they were, and each is uniform
 * by itself.
 */
export function owenScramble(word: number, seed: number, dimension: number): number {
  const key: readonly [number, number] = [seed >>> 0, PURPOSE];
  const seedHigh = Math.floor(seed / 4294967296) >>> 0;
  const draw = new Uint32Array(4);
  let result = 0;
  for (let level = 0; level < BITS; level++) {
    const above = level === 0 ? 0 : word >>> (BITS - level);
    philox(key, above, dimension, seedHigh, level, draw);
    const bit = (word >>> (BITS - 1 - level)) & 1;
    result = (result << 1) | (bit ^ ((draw[0] as number) & 1));
  }
  return result >>> 0;
}
