import type { Dataset } from "@actbench/core/internal";
import { buildDataset } from "../build-dataset.js";
import type { DatasetEntry } from "../dataset-entry.js";
import type { Rows } from "../rows.js";

/** Half the interval's length: inputs spread evenly over it have variance 1. */
const END = Math.sqrt(3);

/** Points of [−√3, √3] at even distances, none of them 0; class 1 is the outer half, |x| > √3/2. */
export function generateInterval({ trainRows = 2000, testRows = 400 } = {}): Dataset {
  const rows = (count: number): Rows => {
    const features = Float32Array.from({ length: count }, (_, row) => ((2 * row + 1) / count - 1) * END);
    return { features, labels: Uint16Array.from(features, (x) => (Math.abs(x) > END / 2 ? 1 : 0)) };
  };
  return buildDataset({
    name: "interval",
    inputs: 1,
    classes: 2,
    train: rows(trainRows),
    test: rows(testRows),
  });
}

/**
 * One input, as in Lu et al. 2019 (arXiv:1903.06733), where networks that are born dead were counted. An even
 * number of points, so that 0, at which a network without biases says nothing, is not among them.
 */
export const interval: DatasetEntry = {
  name: "interval",
  description: "Points of [−√3, √3] at even distances; classify the inner and the outer half.",
  source: "generated",
  license: "public domain",
  load: async () => generateInterval(),
};
