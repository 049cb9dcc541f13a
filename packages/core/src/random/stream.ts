import { philox } from "./philox.js";

/** A stream of draws that depends on its key alone; two streams of different purpose are independent. */
export interface RandomStream {
  /** The next 32-bit word, unsigned. */
  u32(): number;
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** A whole number uniform in [0, n), without modulo bias; n in 1 … 2³². */
  below(n: number): number;
}

/** FNV-1a, 32 bits: a purpose's name as a number of the generator's key. */
export function purposeKey(purpose: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < purpose.length; i++) hash = Math.imul(hash ^ purpose.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The stream of `(seed, purpose, index)`: `index` tells apart epochs, points, … of one purpose. */
export function randomStream(seed: number, purpose: string, index = 0): RandomStream {
  const key: readonly [number, number] = [seed >>> 0, purposeKey(purpose)];
  const words = new Uint32Array(4);
  const seedHigh = Math.floor(seed / 4294967296) >>> 0;
  let block = 0;
  let used = 4;
  const u32 = (): number => {
    if (used === 4) {
      philox(key, block++, index, seedHigh, 0, words);
      used = 0;
    }
    return words[used++] as number;
  };
  return {
    u32,
    uniform: () => ((u32() >>> 5) * 67108864 + (u32() >>> 6)) / 9007199254740992,
    below: (n) => {
      // Lemire's rejection on the high word would need 64-bit products; rejecting the ragged end is enough.
      const limit = 4294967296 - (4294967296 % n);
      for (;;) {
        const word = u32();
        if (word < limit) return word % n;
      }
    },
  };
}

/** Fisher–Yates in place. */
export function shuffle(items: Uint32Array, stream: RandomStream): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = stream.below(i + 1);
    const item = items[i] as number;
    items[i] = items[j] as number;
    items[j] = item;
  }
}
