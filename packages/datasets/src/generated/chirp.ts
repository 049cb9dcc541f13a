import { type Dataset, sin } from "@actbench/core/internal";
import type { DatasetEntry } from "../dataset-entry.js";
import { evenRows, generatedNumbers } from "./generated-numbers.js";

/** sin(2 x |x|), whose frequency grows with |x|: training rows of [−3, 3], test rows of [−4, 4]. */
export function generateChirp({ trainRows = 1000, testRows = 1000 } = {}): Dataset {
  return generatedNumbers({
    name: "chirp",
    inputs: 1,
    targets: ["y"],
    train: evenRows(trainRows, [-3, 3]),
    test: evenRows(testRows, [-4, 4]),
    value: ([x = 0]) => [sin(2 * x * Math.abs(x))],
    seed: 0,
  });
}

/** Low and high frequencies in one function: networks learn the low ones first. */
export const chirp: DatasetEntry = {
  name: "chirp",
  description:
    "Points of [−3, 3] at even distances; predict sin(2 x |x|), faster the farther from 0. Test points lie in [−4, 4], a quarter of them outside.",
  source: "generated",
  license: "public domain",
  inputNames: ["x"],
  load: async () => generateChirp(),
};
