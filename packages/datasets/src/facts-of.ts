import type { Dataset, DatasetFacts } from "@actbench/core/internal";

/** What planning needs of a dataset, as plain JSON: all but its bytes. */
export function factsOf(dataset: Dataset): DatasetFacts {
  const { name, hash, kind, inputs, classes, stride, density, trainRows, validationRows, testRows } = dataset;
  const own = validationRows === undefined ? {} : { validationRows };
  return { name, hash, kind, inputs, classes, stride, density, trainRows, ...own, testRows };
}
