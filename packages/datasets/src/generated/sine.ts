import { type Dataset, sin } from "@actbench/core/internal";
import type { DatasetEntry } from "../dataset-entry.js";
import { evenRows, generatedNumbers } from "./generated-numbers.js";

const TRAINED = 2 * Math.PI;
const TESTED = 4 * Math.PI;

/** sin x: training rows over two periods, test rows over four. */
export function generateSine({ trainRows = 1000, testRows = 1000 } = {}): Dataset {
  return generatedNumbers({
    name: "sine",
    inputs: 1,
    targets: ["y"],
    train: evenRows(trainRows, [-TRAINED, TRAINED]),
    test: evenRows(testRows, [-TESTED, TESTED]),
    value: ([x = 0]) => [sin(x)],
    seed: 0,
  });
}

/** Extrapolation of a periodic function, as in Ziyin et al. 2020 (arXiv:2006.08195). */
export const sine: DatasetEntry = {
  name: "sine",
  description:
    "Points of [−2π, 2π] at even distances; predict sin x. Test points lie in [−4π, 4π], half of them outside: extrapolation.",
  source: "generated",
  license: "public domain",
  inputNames: ["x"],
  load: async () => generateSine(),
};
