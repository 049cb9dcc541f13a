import type { Dataset, DatasetFacts, Targets } from "@actbench/core/internal";

/** What planning needs of a dataset, as plain JSON: all but its bytes. */
export function factsOf(dataset: Dataset): DatasetFacts {
  const { name, hash, kind, inputs, classes, stride, density } = dataset;
  const { trainRows, validationRows, testRows, targets, heldOut } = dataset;
  const own = validationRows === undefined ? {} : { validationRows };
  return {
    name,
    hash,
    kind,
    inputs,
    classes,
    stride,
    density,
    ...(targets === undefined ? {} : { targets: factsOfTargets(targets) }),
    trainRows,
    ...own,
    testRows,
    ...(heldOut ? { heldOut } : {}),
  };
}

function factsOfTargets({ names, picture }: Targets): NonNullable<DatasetFacts["targets"]> {
  return { names, ...(picture === undefined ? {} : { picture }) };
}
