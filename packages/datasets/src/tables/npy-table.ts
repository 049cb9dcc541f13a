import type { DataSource } from "@actbench/core/internal";
import { DatasetError } from "../dataset-error.js";
import { keyText } from "./key-text.js";
import type { NpyArray } from "./npy.js";
import type { Table, TargetColumn } from "./table.js";
import { targetKind } from "./target-kind.js";

/**
 * A table of two arrays: inputs `[rows, …]` and classes or numbers `[rows]`, or numbers `[rows, targets]`.
 * Throws a `DatasetError` that names array, row and column of a value that is not finite, or a class that is
 * no whole number.
 */
export function npyTable(inputs: NpyArray, labels: NpyArray, task?: DataSource["task"]): Table {
  const [rows = 0, ...rest] = inputs.shape;
  const width = rest.reduce((product, size) => product * size, 1);
  const refuse = (file: string, what: string): never => {
    throw new DatasetError("dataset_damaged", `${file}: ${what}`);
  };
  if (inputs.shape.length < 2)
    refuse(inputs.file, `shape (${inputs.shape.join(", ")}), expected rows × inputs`);
  if (rows === 0 || width === 0)
    refuse(inputs.file, `shape (${inputs.shape.join(", ")}): there are no values`);
  const [count = 0, columns = 1, ...beside] = labels.shape;
  const isOneHot = columns > 1 && task !== "regression" && oneHot(labels, columns);
  if (labels.shape.length === 0 || beside.some((size) => size !== 1) || columns === 0 || isOneHot)
    refuse(
      labels.file,
      `shape (${labels.shape.join(", ")}), expected one class per row, or numbers to predict; for one-hot rows, save y.argmax(axis=1)`,
    );
  if (count !== rows) refuse(labels.file, `${count} classes, but ${inputs.file} holds ${rows} rows`);
  const targets = Array.from({ length: columns }, (_, column) => targetColumn(labels, columns, column));
  const { learns } = targetKind({ targets, file: labels.file }, task);
  const classes = Array.from(targets[0]?.values ?? [], (value, row) => {
    if (learns === "classes" && !Number.isSafeInteger(value))
      refuse(
        labels.file,
        `row ${row + 1}: the class ${labels.at(row)} is not a whole number; to predict numbers, write ${keyText("task", "regression")}`,
      );
    return `${value}`;
  });
  const [height = 0, across = 0, channels = 1] = rest;
  return {
    features: featuresOf(inputs, width),
    inputs: width,
    classes,
    targets,
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
        `${array.file}: row ${Math.floor(i / width) + 1}, column ${(i % width) + 1}: ${array.at(i)} is not a finite 32-bit number`,
      );
  }
  return features;
}

/** Whether every row holds a single 1 among zeros. */
function oneHot(labels: NpyArray, columns: number): boolean {
  for (let at = 0; at < labels.length; at += columns) {
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      const value = labels.at(at + column);
      if (value !== 0 && value !== 1) return false;
      sum += value;
    }
    if (sum !== 1) return false;
  }
  return true;
}

/** A column of an array; a number that f32 cannot hold is none. */
function targetColumn(labels: NpyArray, columns: number, column: number): TargetColumn {
  const at = (row: number): number => labels.at(row * columns + column);
  const values = Float64Array.from({ length: labels.length / columns }, (_, row) =>
    Number.isFinite(Math.fround(at(row))) ? at(row) : Number.NaN,
  );
  return {
    name: columns === 1 ? "y" : `y${column + 1}`,
    values,
    isNamed: false,
    problem: (row) =>
      `${labels.file}: row ${row + 1}${columns === 1 ? "" : `, column ${column + 1}`}: ${at(row)} is not a finite 32-bit number; fix or drop the row`,
  };
}
