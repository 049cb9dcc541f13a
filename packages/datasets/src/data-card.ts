import type { DataCard, Dataset } from "@actbench/core/internal";
import type { LoadedDataset } from "./dataset-entry.js";

/** What a report says of a dataset: counts and density of its training rows, one example a class. */
export function dataCard(dataset: LoadedDataset): DataCard {
  const labels = new Uint16Array(dataset.labels, 0, dataset.trainRows);
  const counts = new Array<number>(dataset.classes).fill(0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
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
    density: dataset.density,
    ...(image === undefined ? {} : { image, samples: samples(dataset, labels) }),
  };
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
