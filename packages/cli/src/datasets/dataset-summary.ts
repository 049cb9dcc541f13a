import type { DataCard } from "@actbench/core/internal";
import { dataCard, describeInputs, type InputRange, type LoadedDataset } from "@actbench/datasets";

/** All that `datasets info` says of a dataset, as plain JSON. */
export interface DatasetSummary extends Omit<DataCard, "samples"> {
  /** What a value is stored as: bytes, or 32-bit floats. */
  readonly kind: "u8" | "f32";
  readonly class_names?: readonly string[];
  /** One entry an input, over the training rows, before normalization. */
  readonly input_ranges: readonly (InputRange & { readonly name: string })[];
}

/** Counts, classes, density and the range of every input. */
export function datasetSummary(dataset: LoadedDataset): DatasetSummary {
  const { samples: _, ...card } = dataCard(dataset);
  const { classNames, inputNames } = dataset.about;
  return {
    ...card,
    kind: dataset.kind,
    ...(classNames === undefined ? {} : { class_names: classNames }),
    input_ranges: describeInputs(dataset).map((range, input) => ({
      name: inputNames?.[input] ?? `input ${input + 1}`,
      ...range,
    })),
  };
}
