import { cos, type Dataset, log1p, sin } from "@actbench/core/internal";
import type { DatasetEntry } from "../dataset-entry.js";
import { type GeneratedOptions, generatedSet } from "./generated-set.js";

/** `GeneratedOptions`, and into how many rings the plane is cut. */
export interface GaussianQuantilesOptions extends GeneratedOptions {
  readonly rings: number;
}

/**
 * A standard normal cloud of the plane cut into rings of equal probability: P(r² < s) = 1 − e^(−s/2), so ring
 * k of K has r = √(−2 ln(1 − u)) with u uniform in [k/K, (k+1)/K). Noise, 0 by default, blurs the borders.
 */
export function generateGaussianQuantiles(options: Partial<GaussianQuantilesOptions> = {}): Dataset {
  const filled = { trainRows: 10_000, testRows: 2_000, noise: 0, seed: 0, rings: 3, ...options };
  return generatedSet(
    "gaussian_quantiles",
    filled.rings,
    (ring, stream) => {
      const u = (ring + stream.uniform()) / filled.rings;
      // The largest ring number plus 0.999… may round to the number of rings, where the logarithm is
      // infinite.
      const radius = Math.sqrt(-2 * log1p(-Math.min(u, 1 - 2 ** -53)));
      const angle = 2 * Math.PI * stream.uniform();
      return [radius * cos(angle), radius * sin(angle)];
    },
    filled,
  );
}

/** Three rings of a normal cloud, 10,000 training and 2,000 test points. */
export const gaussianQuantiles: DatasetEntry = {
  name: "gaussian_quantiles",
  description: "Points of a normal cloud in the plane; classify thirds by distance from the center.",
  source: "generated",
  license: "public domain",
  load: async () => generateGaussianQuantiles(),
};
