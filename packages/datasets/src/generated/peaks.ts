import { type Dataset, exp } from "@actbench/core/internal";
import type { DatasetEntry } from "../dataset-entry.js";
import { type GeneratedRows, generatedNumbers } from "./generated-numbers.js";

/** 3 (1 − x)² e^(−x² − (y + 1)²) − 10 (x/5 − x³ − y⁵) e^(−x² − y²) − ⅓ e^(−(x + 1)² − y²). */
function peaksAt(x: number, y: number): number {
  const [xx, yy] = [x * x, y * y];
  return (
    3 * (1 - x) * (1 - x) * exp(-xx - (y + 1) * (y + 1)) -
    10 * (x / 5 - x * xx - y * yy * yy) * exp(-xx - yy) -
    exp(-(x + 1) * (x + 1) - yy) / 3
  );
}

/** Three hills and three hollows over the square [−3, 3]². */
export function generatePeaks({ trainRows = 2000, testRows = 1000, seed = 0 } = {}): Dataset {
  const rows = (count: number): GeneratedRows => ({
    count,
    inputs: (_, stream) => [6 * stream.uniform() - 3, 6 * stream.uniform() - 3],
  });
  return generatedNumbers({
    name: "peaks",
    inputs: 2,
    targets: ["z"],
    train: rows(trainRows),
    test: rows(testRows),
    value: ([x = 0, y = 0]) => [peaksAt(x, y)],
    rescale: "standardize",
    seed,
  });
}

/** The surface that MATLAB calls `peaks`. */
export const peaks: DatasetEntry = {
  name: "peaks",
  description:
    "Uniform points of the square [−3, 3]²; predict the height of a surface of three hills and three hollows, from −6.5 to 8.1, learned standardized.",
  source: "generated; the function `peaks` of MATLAB",
  license: "public domain",
  inputNames: ["x", "y"],
  load: async () => generatePeaks(),
};
