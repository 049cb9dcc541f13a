import { cos, type Dataset, sin } from "@actbench/core/internal";
import type { DatasetEntry } from "../dataset-entry.js";
import { type GeneratedOptions, generatedSet } from "./generated-set.js";

/** `GeneratedOptions` (`noise`: the deviation of a blob), and how many blobs. */
export interface BlobsOptions extends GeneratedOptions {
  /** Blobs, one class each, their centers evenly on the unit circle. */
  readonly blobs: number;
}

/** Round normal blobs about (cos 2πk/K, sin 2πk/K), k = 0 … K − 1. */
export function generateBlobs(options: Partial<BlobsOptions> = {}): Dataset {
  const filled = { trainRows: 10_000, testRows: 2_000, noise: 0.3, seed: 0, blobs: 5, ...options };
  return generatedSet(
    "blobs",
    filled.blobs,
    (blob) => {
      const angle = (2 * Math.PI * blob) / filled.blobs;
      return [cos(angle), sin(angle)];
    },
    filled,
  );
}

/** Five blobs, 10,000 training and 2,000 test points. */
export const blobs: DatasetEntry = {
  name: "blobs",
  description:
    "Points in the plane of five round blobs on a circle, deviation 0.3, overlapping; classify the blob.",
  source: "generated",
  license: "public domain",
  load: async () => generateBlobs(),
};
