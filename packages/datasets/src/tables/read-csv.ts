import { CsvError, parse } from "csv-parse/sync";
import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "../files/named-bytes.js";
import { cellNumber } from "./cell-number.js";
import { type Columns, type CsvColumns, chooseColumns } from "./choose-columns.js";
import type { Table } from "./table.js";

/** How a CSV file is read. */
export interface CsvFormat extends CsvColumns {
  /** Whether the first row names the columns. */
  readonly header: boolean;
  readonly delimiter: string;
}

/**
 * Reads a CSV file (RFC 4180, UTF-8) of numbers and one column of classes. Throws a `DatasetError` that names file, row
 * (the line it begins on, from 1) and column of what is wrong: ragged rows, empty cells, text, NaN, infinity.
 */
export function readCsv({ bytes, file }: NamedBytes, format: CsvFormat): Table {
  const rows: Float32Array[] = [];
  const classes: string[] = [];
  let columns: Columns | undefined;
  const wrong = (row: number, what: string): never => {
    throw new DatasetError("dataset_damaged", `${file}: row ${row}${what}`);
  };
  const onRow = (cells: readonly string[], row: number): void => {
    if (columns === undefined) {
      const names = format.header ? cells.map((cell) => cell.trim()) : cells.map((_, i) => `${i + 1}`);
      columns = chooseColumns(names, format, file);
      if (format.header) return;
    }
    const { names, target, inputs } = columns;
    if (cells.length !== names.length)
      wrong(
        row,
        ` has ${cells.length} cells, the ${format.header ? "header" : "first row"} has ${names.length}`,
      );
    const name = (cells[target] ?? "").trim();
    if (name === "") wrong(row, `, column ${quoted(names[target])}: the class is missing`);
    classes.push(name);
    const values = new Float32Array(inputs.length);
    inputs.forEach((input, i) => {
      const cell = cells[input] ?? "";
      const value = cellNumber(cell);
      if (value === undefined) wrong(row, `, column ${quoted(names[input])}: ${cellProblem(cell)}`);
      else values[i] = value;
    });
    rows.push(values);
  };
  parseRows({ bytes, file }, format.delimiter, onRow);
  if (columns === undefined || classes.length === 0)
    throw new DatasetError(
      "dataset_damaged",
      `${file}: there are no rows${columns === undefined ? "" : " below the header"}`,
    );
  const { inputs, names } = columns;
  const features = new Float32Array(rows.length * inputs.length);
  rows.forEach((row, i) => {
    features.set(row, i * inputs.length);
  });
  return {
    features,
    inputs: inputs.length,
    classes,
    inputNames: inputs.map((input) => names[input] ?? ""),
    file,
  };
}

function parseRows(
  { bytes, file }: NamedBytes,
  delimiter: string,
  onRow: (cells: readonly string[], row: number) => void,
): void {
  let next = 1;
  try {
    parse(bytes, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      // A quote that is never closed would take the rest of the file for one cell.
      max_record_size: MAX_ROW_BYTES,
      on_record: (cells: string[], { lines }) => {
        onRow(cells, cells.some((cell) => cell.includes("\n")) ? next : lines);
        next = lines + 1;
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new DatasetError("dataset_damaged", `${file}: row ${next} or below: ${cause.message}`, { cause });
  }
}

function cellProblem(cell: string): string {
  const what = cell.trim() === "" ? "the cell is empty" : `${quoted(cell)} is no finite number`;
  return `${what}; mend or drop the row, or leave the column out (ignore)`;
}

const MAX_ROW_BYTES = 2 ** 24;
const MAX_SHOWN = 40;

function quoted(text: string | undefined): string {
  const shown = text ?? "";
  return JSON.stringify(shown.length > MAX_SHOWN ? `${shown.slice(0, MAX_SHOWN)}…` : shown);
}
