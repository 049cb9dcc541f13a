import type { Dataset } from "@actbench/core/internal";
import type { DatasetEntry } from "../dataset-entry.js";
import { type GeneratedOptions, generatedSet } from "./generated-set.js";

/**
 * The four quadrants of the square [−1, 1]²: x uniform, |y| uniform, and the sign of y such that class 1 is
 * where the signs of x and y differ. Normal noise blurs the borders.
 */
export function generateXor(options: Partial<GeneratedOptions> = {}): Dataset {
  const filled = { trainRows: 10_000, testRows: 2_000, noise: 0.05, seed: 0, ...options };
  return generatedSet(
    "xor",
    2,
    (label, stream) => {
      const x = 2 * stream.uniform() - 1;
      const height = stream.uniform();
      return [x, x < 0 === (label === 1) ? height : -height];
    },
    filled,
  );
}

/** Exclusive or, 10,000 training and 2,000 test points. */
export const xor: DatasetEntry = {
  name: "xor",
  description: "Points of a square, noise 0.05; classify whether their coordinates differ in sign.",
  source: "generated",
  license: "public domain",
  load: async () => generateXor(),
};
