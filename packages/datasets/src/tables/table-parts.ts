import type { DataSource } from "@actbench/core/internal";
import type { DatasetParts } from "../build-dataset.js";
import { DatasetError } from "../dataset-error.js";
import { holdOut } from "../hold-out.js";
import type { Rows } from "../rows.js";
import { classNamesOf } from "./class-names.js";
import { rescale } from "./rescale.js";
import type { Table, Tables } from "./table.js";

const DEFAULT_HOLDOUT = 0.2;

/** A dataset's rows and the names of its classes. */
export interface TableParts {
  readonly parts: DatasetParts;
  readonly classNames: readonly string[];
}

/** Puts tables together; where there are no test rows a share of the training rows is held out; then rescales. */
export function tableParts(
  name: string,
  { train, validation, test }: Tables,
  { holdout = DEFAULT_HOLDOUT, holdout_seed: seed = 0, rescale: how = "none" }: DataSource,
): TableParts {
  const others = [validation ?? [], test ?? []].flat();
  for (const other of others) checkTogether(train, other);
  const classNames = classNamesOf([train, ...others]);
  const numbers = new Map(classNames.map((className, label) => [className, label]));
  const rowsOf = ({ features, classes }: Table): Rows => ({
    features,
    labels: Uint16Array.from(classes, (one) => numbers.get(one) ?? 0),
  });
  const { inputs } = train;
  const subsets = (): Pick<DatasetParts, "train" | "test"> => {
    const all = rowsOf(train);
    if (test !== undefined) return { train: all, test: rowsOf(test) };
    const drawn = holdOut(all.labels, { share: holdout, seed });
    return { train: pick(all, inputs, drawn.train), test: pick(all, inputs, drawn.test) };
  };
  const own = validation === undefined ? {} : { validation: rowsOf(validation) };
  return {
    parts: rescale({ name, inputs, classes: classNames.length, ...subsets(), ...own }, how),
    classNames,
  };
}

function checkTogether(train: Table, test: Table): void {
  if (train.inputs !== test.inputs)
    throw new DatasetError(
      "dataset_damaged",
      `${test.file}: ${test.inputs} inputs, but ${train.file} has ${train.inputs}`,
    );
  const other = train.inputNames?.findIndex((name, i) => test.inputNames?.[i] !== name) ?? -1;
  if (other >= 0)
    throw new DatasetError(
      "dataset_damaged",
      `${test.file}: row 1: the column ${JSON.stringify(test.inputNames?.[other])} stands where ${train.file} has ${JSON.stringify(train.inputNames?.[other])}`,
    );
  if (train.features instanceof Float32Array !== test.features instanceof Float32Array)
    throw new DatasetError(
      "dataset_damaged",
      `${test.file}: holds other numbers (bytes, floats) than ${train.file}`,
    );
}

function pick({ features, labels }: Rows, inputs: number, rows: Uint32Array): Rows {
  const picked =
    features instanceof Float32Array
      ? new Float32Array(rows.length * inputs)
      : new Uint8Array(rows.length * inputs);
  rows.forEach((row, i) => {
    picked.set(features.subarray(row * inputs, (row + 1) * inputs), i * inputs);
  });
  return { features: picked, labels: Uint16Array.from(rows, (row) => labels[row] ?? 0) };
}
