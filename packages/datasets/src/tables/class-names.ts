import { DatasetError } from "../dataset-error.js";
import { keyText } from "./key-text.js";
import type { Table } from "./table.js";

/** More different values of a target are no classes. */
export const MAX_CLASSES = 1000;

/**
 * The classes of all tables, each once: in numerical order where all are whole numbers, else in that of their
 * characters. Throws a `DatasetError` if there is only one, or too many for the target to be a class.
 */
export function classNamesOf(tables: readonly Table[]): readonly string[] {
  const names = [...new Set(tables.flatMap(({ classes }) => classes))];
  const file = tables[0]?.file ?? "";
  if (names.length < 2)
    throw new DatasetError(
      "dataset_refused",
      `${file}: every row is of class ${JSON.stringify(names[0])}; there is nothing to classify`,
    );
  if (names.length > MAX_CLASSES)
    throw new DatasetError(
      "dataset_refused",
      `${file}: the target holds ${names.length} different values such as ${JSON.stringify(names[0])}; there can be at most ${MAX_CLASSES} classes; if they are numbers to predict, write ${keyText("task", "regression")}`,
    );
  const areNumbers = names.every((name) => /^-?\d{1,15}$/.test(name));
  return names.sort(areNumbers ? (a, b) => Number(a) - Number(b) : (a, b) => (a < b ? -1 : 1));
}
