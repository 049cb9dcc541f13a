import { DatasetError } from "../dataset-error.js";
import type { NpyArray } from "./npy.js";
import type { Table } from "./table.js";

/**
 * A table of two arrays: inputs `[rows, …]` and classes `[rows]` or `[rows, 1]`. Throws a `DatasetError` that names
 * array, row and column of a value that is not finite, or a class that is no whole number.
 */
export function npyTable(inputs: NpyArray, labels: NpyArray): Table {
  const [rows = 0, ...rest] = inputs.shape;
  const width = rest.reduce((product, size) => product * size, 1);
  const refuse = (file: string, what: string): never => {
    throw new DatasetError("dataset_damaged", `${file}: ${what}`);
  };
  if (inputs.shape.length < 2)
    refuse(inputs.file, `shape (${inputs.shape.join(", ")}), expected rows × inputs`);
  if (rows === 0 || width === 0)
    refuse(inputs.file, `shape (${inputs.shape.join(", ")}): there are no values`);
  const [count = 0, ...beside] = labels.shape;
  if (labels.shape.length === 0 || beside.some((size) => size !== 1))
    refuse(
      labels.file,
      `shape (${labels.shape.join(", ")}), expected one class a row; of one-hot rows save y.argmax(axis=1)`,
    );
  if (count !== rows) refuse(labels.file, `${count} classes, but ${inputs.file} holds ${rows} rows`);
  const classes = Array.from({ length: count }, (_, row) => {
    const value = labels.at(row);
    if (!Number.isSafeInteger(value))
      refuse(labels.file, `row ${row + 1}: the class ${value} is no whole number`);
    return `${value}`;
  });
  const [height = 0, across = 0, channels = 1] = rest;
  return {
    features: featuresOf(inputs, width),
    inputs: width,
    classes,
    file: inputs.file,
    ...(rest.length >= 2 && rest.length <= 3 && channels === 1 ? { image: [across, height] as const } : {}),
  };
}

function featuresOf(array: NpyArray, width: number): Uint8Array | Float32Array {
  if (array.bytes !== undefined) return array.bytes;
  const features = new Float32Array(array.length);
  for (let i = 0; i < features.length; i++) {
    features[i] = array.at(i);
    if (!Number.isFinite(features[i]))
      throw new DatasetError(
        "dataset_damaged",
        `${array.file}: row ${Math.floor(i / width) + 1}, column ${(i % width) + 1}: ${array.at(i)} is no finite 32-bit number`,
      );
  }
  return features;
}
