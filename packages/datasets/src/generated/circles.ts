import { cos, type Dataset, sin } from "@actbench/core/internal";
import type { DatasetEntry } from "../dataset-entry.js";
import { type GeneratedOptions, generatedSet } from "./generated-set.js";

const INNER_RADIUS = 0.5;

/**
 * Two circles about the origin, of radius 1 and ½: (r cos t, r sin t), t uniform in [0, 2π), with normal
 * noise.
 */
export function generateCircles(options: Partial<GeneratedOptions> = {}): Dataset {
  const filled = { trainRows: 10_000, testRows: 2_000, noise: 0.1, seed: 0, ...options };
  return generatedSet(
    "circles",
    2,
    (label, stream) => {
      const t = 2 * Math.PI * stream.uniform();
      const radius = label === 0 ? 1 : INNER_RADIUS;
      return [radius * cos(t), radius * sin(t)];
    },
    filled,
  );
}

/** Two circles, 10,000 training and 2,000 test points. */
export const circles: DatasetEntry = {
  name: "circles",
  description:
    "Points in the plane on a circle or on one half as wide inside it, noise 0.1; classify the circle.",
  source: "generated",
  license: "public domain",
  load: async () => generateCircles(),
};
