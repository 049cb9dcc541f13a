import type { DataSource } from "@actbench/core/internal";
import type { DatasetParts } from "../build-dataset.js";
import { DatasetError } from "../dataset-error.js";
import { heldOutParts } from "../hold-out.js";
import type { Rows } from "../rows.js";
import { constantTargets, targetParts } from "../target-scale.js";
import { classNamesOf } from "./class-names.js";
import { rescale } from "./rescale.js";
import type { Table, Tables } from "./table.js";
import { targetKind } from "./target-kind.js";

/**
 * A dataset's rows, the names of its classes where it has some, and what a user should know of the reading.
 */
export interface TableParts {
  readonly parts: DatasetParts;
  readonly classNames?: readonly string[];
  readonly remarks: readonly string[];
}

/**
 * Puts tables together; where there are no test rows a share of the training rows is held out; then rescales.
 */
export function tableParts(name: string, tables: Tables, source: DataSource): TableParts {
  const { train, validation, test } = tables;
  const others = [validation ?? [], test ?? []].flat();
  for (const other of others) checkTogether(train, other);
  const { learns, remarks } = targetKind(train, source.task);
  const classNames = learns === "classes" ? classNamesOf([train, ...others]) : undefined;
  const rowsOf = classNames === undefined ? numberRows : classRows(classNames);
  const { inputs } = train;
  const { rescale: how = "none" } = source;
  const all = rowsOf(train);
  const rows = test === undefined ? heldOutParts(all, inputs, source) : { train: all, test: rowsOf(test) };
  const own = validation === undefined ? {} : { validation: rowsOf(validation) };
  const names = train.targets.map((target) => target.name);
  if (classNames === undefined) checkTargets(names, rows.train);
  const targets = classNames === undefined ? { targets: targetParts(names, rows.train, how) } : {};
  const parts = { name, inputs, classes: classNames?.length ?? 0, ...rows, ...own, ...targets };
  return {
    parts: rescale(parts, how),
    ...(classNames === undefined ? {} : { classNames }),
    remarks,
  };
}

function checkTargets(names: readonly string[], train: Rows): void {
  const [constant] = constantTargets(names, train);
  if (constant !== undefined)
    throw new DatasetError(
      "dataset_refused",
      `the target ${JSON.stringify(constant.name)} is ${constant.value} in every training row; there is nothing to predict`,
    );
}

const classRows = (classNames: readonly string[]): ((table: Table) => Rows) => {
  const numbers = new Map(classNames.map((className, label) => [className, label]));
  return ({ features, classes }) => ({
    features,
    labels: Uint16Array.from(classes, (one) => numbers.get(one) ?? 0),
  });
};

/** Rows with numbers to predict. Throws a `DatasetError` that names the row of a value that is none. */
function numberRows({ features, classes, targets }: Table): Rows {
  const values = new Float64Array(classes.length * targets.length);
  targets.forEach((target, column) => {
    target.values.forEach((value, row) => {
      if (!Number.isFinite(value)) throw new DatasetError("dataset_damaged", target.problem(row));
      values[row * targets.length + column] = value;
    });
  });
  return { features, labels: new Uint16Array(classes.length), values };
}

function checkTogether(train: Table, test: Table): void {
  if (train.inputs !== test.inputs)
    throw new DatasetError(
      "dataset_damaged",
      `${test.file}: ${test.inputs} inputs, but ${train.file} has ${train.inputs}`,
    );
  if (train.targets.length !== test.targets.length)
    throw new DatasetError(
      "dataset_damaged",
      `${test.file}: ${test.targets.length} targets, but ${train.file} has ${train.targets.length}`,
    );
  const other = train.inputNames?.findIndex((name, i) => test.inputNames?.[i] !== name) ?? -1;
  if (other >= 0)
    throw new DatasetError(
      "dataset_damaged",
      `${test.file}: row 1: the column ${JSON.stringify(test.inputNames?.[other])} is where ${train.file} has ${JSON.stringify(train.inputNames?.[other])}`,
    );
  if (train.features instanceof Float32Array !== test.features instanceof Float32Array)
    throw new DatasetError(
      "dataset_damaged",
      `${test.file}: has a different type of numbers (bytes, floats) than ${train.file}`,
    );
}
