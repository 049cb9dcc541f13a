import type { Dataset, DatasetFacts } from "@actbench/core";

/** What planning needs of a dataset, as plain JSON: all but its bytes. */
export function factsOf(dataset: Dataset): DatasetFacts {
  const { name, hash, kind, inputs, classes, stride, density, trainRows, testRows } = dataset;
  return { name, hash, kind, inputs, classes, stride, density, trainRows, testRows };
}
