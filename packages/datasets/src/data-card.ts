import type { DataCard, Dataset, TargetCard, Targets } from "@actbench/core/internal";
import { scaleOf } from "./column-scale.js";
import type { LoadedDataset } from "./dataset-entry.js";

/** What a report says of a dataset: counts and density of its training rows, one example a class. */
export function dataCard(dataset: LoadedDataset): DataCard {
  const labels = new Uint16Array(dataset.labels, 0, dataset.trainRows);
  const counts = new Array<number>(dataset.classes).fill(0);
  if (dataset.targets === undefined) for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  const { description, source, license, image } = dataset.about;
  return {
    name: dataset.name,
    hash: dataset.hash,
    description,
    source,
    license,
    inputs: dataset.inputs,
    classes: dataset.classes,
    train_rows: dataset.trainRows,
    ...(dataset.validationRows === undefined ? {} : { validation_rows: dataset.validationRows }),
    test_rows: dataset.testRows,
    class_counts: counts,
    ...(dataset.targets === undefined ? {} : { targets: targetCards(dataset, dataset.targets) }),
    ...(dataset.targets?.picture === undefined ? {} : { picture: dataset.targets.picture }),
    density: dataset.density,
    ...(image === undefined || dataset.targets !== undefined
      ? {}
      : { image, samples: samples(dataset, labels) }),
  };
}

/** What numbers to predict are over the training rows. */
function targetCards({ trainRows }: Dataset, { names, values, offset, scale }: Targets): TargetCard[] {
  const all = new Float64Array(values, 0, trainRows * names.length);
  return names.map((name, target) => {
    const own = all.filter((_, at) => at % names.length === target);
    const place = { width: names.length, column: target };
    const { from: mean, width: deviation } = scaleOf("standardize", all, place);
    return {
      name,
      mean,
      deviation,
      mean_deviation: own.reduce((sum, value) => sum + Math.abs(value - mean), 0) / trainRows,
      offset: offset[target] ?? 0,
      scale: scale[target] ?? 1,
      min: own.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY),
      max: own.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY),
    };
  });
}

/** The first training example of each class that has one, its bytes as base64. */
function samples(dataset: Dataset, labels: Uint16Array): { label: number; bytes: string }[] {
  const bytes = dataset.kind === "f32" ? dataset.inputs * 4 : dataset.inputs;
  return Array.from({ length: dataset.classes }, (_, label) => ({ label, row: labels.indexOf(label) }))
    .filter(({ row }) => row >= 0)
    .map(({ label, row }) => ({
      label,
      bytes: Buffer.from(dataset.features, row * dataset.stride, bytes).toString("base64"),
    }));
}
