import type { DataSource } from "@actbench/core";
import type { DatasetParts, Rows } from "../build-dataset.js";
import { DatasetError } from "../dataset-error.js";
import { holdOut } from "../hold-out.js";
import { classNamesOf } from "./class-names.js";
import { rescale } from "./rescale.js";
import type { Table } from "./table.js";

const DEFAULT_HOLDOUT = 0.2;

/** A dataset's rows and the names of its classes. */
export interface TableParts {
  readonly parts: DatasetParts;
  readonly classNames: readonly string[];
}

/** Puts tables together: training rows and test rows, or one table of which a share is held out; then rescales. */
export function tableParts(
  name: string,
  [table, test]: readonly [Table, Table?],
  { holdout = DEFAULT_HOLDOUT, holdout_seed: seed = 0, rescale: how = "none" }: DataSource,
): TableParts {
  if (test !== undefined) checkTogether(table, test);
  const classNames = classNamesOf([table, ...(test === undefined ? [] : [test])]);
  const numbers = new Map(classNames.map((className, label) => [className, label]));
  const labelsOf = ({ classes }: Table) => Uint16Array.from(classes, (one) => numbers.get(one) ?? 0);
  const labels = labelsOf(table);
  const { inputs } = table;
  const subsets = (): readonly [Rows, Rows] => {
    if (test !== undefined)
      return [
        { features: table.features, labels },
        { features: test.features, labels: labelsOf(test) },
      ];
    const drawn = holdOut(labels, { share: holdout, seed });
    return [pick(table, labels, drawn.train), pick(table, labels, drawn.test)];
  };
  const [trainRows, testRows] = subsets();
  return {
    parts: rescale({ name, inputs, classes: classNames.length, train: trainRows, test: testRows }, how),
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
  if (train.features.constructor !== test.features.constructor)
    throw new DatasetError(
      "dataset_damaged",
      `${test.file}: holds other numbers (bytes, floats) than ${train.file}`,
    );
}

function pick({ features, inputs }: Table, labels: Uint16Array, rows: Uint32Array): Rows {
  const picked =
    features instanceof Float32Array
      ? new Float32Array(rows.length * inputs)
      : new Uint8Array(rows.length * inputs);
  rows.forEach((row, i) => {
    picked.set(features.subarray(row * inputs, (row + 1) * inputs), i * inputs);
  });
  return { features: picked, labels: Uint16Array.from(rows, (row) => labels[row] ?? 0) };
}
