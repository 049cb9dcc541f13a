import type { Dataset } from "@actbench/core";

/** A dataset without its bytes: what a plan needs to know. */
export type DatasetFacts = Omit<Dataset, "features" | "labels" | "stride">;

/** The facts of a dataset, as plain JSON. */
export function factsOf(dataset: Dataset): DatasetFacts {
  const { name, hash, kind, inputs, classes, density, trainRows, testRows } = dataset;
  return { name, hash, kind, inputs, classes, density, trainRows, testRows };
}
