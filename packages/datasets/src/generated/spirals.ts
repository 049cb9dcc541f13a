import { cos, type Dataset, sin } from "@actbench/core/internal";
import type { DatasetEntry } from "../dataset-entry.js";
import { type GeneratedOptions, generatedSet } from "./generated-set.js";

/** `GeneratedOptions`, and the shape of the spirals. */
export interface SpiralsOptions extends GeneratedOptions {
  /** Spiral arms, one class each. */
  readonly arms: number;
  /** Turns from the center to radius 1. */
  readonly turns: number;
}

/**
 * Arms of an Archimedean spiral: radius r uniform in [0, 1), angle 2π (arm / arms + turns · r), with normal
 * noise.
 */
export function generateSpirals(options: Partial<SpiralsOptions> = {}): Dataset {
  const filled = { trainRows: 10_000, testRows: 2_000, noise: 0.03, seed: 0, arms: 3, turns: 1, ...options };
  return generatedSet(
    "spirals",
    filled.arms,
    (arm, stream) => {
      const r = stream.uniform();
      const angle = 2 * Math.PI * (arm / filled.arms + filled.turns * r);
      return [r * cos(angle), r * sin(angle)];
    },
    filled,
  );
}

/** Three spiral arms, 10,000 training and 2,000 test points. */
export const spirals: DatasetEntry = {
  name: "spirals",
  description: "Points in the plane on three arms of a spiral with noise 0.03; classify the arm.",
  source: "generated",
  license: "public domain",
  load: async () => generateSpirals(),
};
