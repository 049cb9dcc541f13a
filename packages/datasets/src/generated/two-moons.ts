import { cos, type Dataset, sin } from "@actbench/core/internal";
import type { DatasetEntry } from "../dataset-entry.js";
import { type GeneratedOptions, generatedSet } from "./generated-set.js";

/**
 * Two half circles of radius 1 that reach into each other, t uniform in [0, π]:
 * (cos t, sin t) and (1 − cos t, ½ − sin t), with normal noise.
 */
export function generateTwoMoons(options: Partial<GeneratedOptions> = {}): Dataset {
  const filled = { trainRows: 10_000, testRows: 2_000, noise: 0.15, seed: 0, ...options };
  return generatedSet(
    "two_moons",
    2,
    (label, stream) => {
      const t = Math.PI * stream.uniform();
      return label === 0 ? [cos(t), sin(t)] : [1 - cos(t), 0.5 - sin(t)];
    },
    filled,
  );
}

/** Two moons, 10,000 training and 2,000 test points. */
export const twoMoons: DatasetEntry = {
  name: "two_moons",
  description:
    "Points in the plane on two interleaved half circles with noise 0.15; classify the half circle.",
  source: "generated",
  license: "public domain",
  load: async () => generateTwoMoons(),
};
