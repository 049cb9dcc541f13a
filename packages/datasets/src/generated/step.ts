import type { Dataset } from "@actbench/core/internal";
import type { DatasetEntry } from "../dataset-entry.js";
import { evenRows, generatedNumbers } from "./generated-numbers.js";

const INTERVAL = [-1, 1] as const;

/**
 * −1 left of 0 and 1 right of it; an even number of rows has none at 0, and test rows lie between training
 * rows.
 */
export function generateStep({ trainRows = 1000, testRows = 998 } = {}): Dataset {
  return generatedNumbers({
    name: "step",
    inputs: 1,
    targets: ["y"],
    train: evenRows(trainRows, INTERVAL),
    test: evenRows(testRows, INTERVAL),
    value: ([x = 0]) => [x < 0 ? -1 : 1],
    seed: 0,
  });
}

/** A jump, which no network of smooth activations has. */
export const step: DatasetEntry = {
  name: "step",
  description: "Points of [−1, 1] at even distances; predict −1 left of 0 and 1 right of it.",
  source: "generated",
  license: "public domain",
  inputNames: ["x"],
  load: async () => generateStep(),
};
