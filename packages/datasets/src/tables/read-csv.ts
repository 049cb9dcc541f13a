import type { DataSource, Decimal, Encoding } from "@actbench/core/internal";
import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "../files/named-bytes.js";
import { cellNumber, cellValue } from "./cell-number.js";
import { cellProblem } from "./cell-problem.js";
import { type Columns, type CsvColumns, chooseColumns } from "./choose-columns.js";
import { headerProblem } from "./header-problem.js";
import { otherFormat } from "./other-format.js";
import { parseRows } from "./parse-rows.js";
import { quoted } from "./quoted.js";
import { namelessProblem, rowNumberProblem } from "./row-name-problem.js";
import { numbersRows } from "./row-numbers.js";
import { shapeProblem } from "./shape-problem.js";
import type { Table, TargetColumn } from "./table.js";
import { toUtf8 } from "./to-utf8.js";

/** How a CSV file is read. */
export interface CsvFormat extends CsvColumns {
  /**
   * Whether the first row names the columns; undefined: it does, unless it looks like data, which is an
   * error.
   */
  readonly header: boolean | undefined;
  /** A space: any run of spaces and tabs. */
  readonly delimiter: string;
  readonly decimal: Decimal;
  readonly task?: DataSource["task"];
  /** Undefined: by the byte order mark, else UTF-8. */
  readonly encoding?: Encoding | undefined;
}

/**
 * Reads a CSV file (RFC 4180) of numbers and columns of what is to be learned. Throws a `DatasetError` that
 * names file, row (the line it begins on, from 1) and column of what is wrong: ragged rows, empty cells,
 * text, NaN, infinity; or the key to write where the first rows show another delimiter or decimal sign, or a
 * column numbers the rows.
 */
export function readCsv(named: NamedBytes, format: CsvFormat): Table {
  const { file } = named;
  const refuse = (what: string | undefined): void => {
    if (what !== undefined) throw new DatasetError("dataset_refused", `${file}: ${what}`);
  };
  const other = otherFormat(named.bytes);
  refuse(other && `it is ${other}`);
  const bytes = toUtf8(named, format.encoding);
  refuse(shapeProblem(bytes, format.delimiter));
  const reader = new RowReader(named.file, bytes, format);
  parseRows({ bytes, file }, format.delimiter, (cells, row) => reader.add(cells, row));
  const table = reader.table();
  const { inputNames = [], inputs, features, classes } = table;
  const values = { features, inputs, rows: classes.length };
  // Columns that are named are meant.
  if (format.inputs === undefined)
    refuse(
      rowNumberProblem(
        inputNames.filter((_, input) => numbersRows(values, input)),
        inputs,
      ),
    );
  return table;
}

/** Takes rows in turn, the header first. */
class RowReader {
  readonly #file: string;
  readonly #bytes: Uint8Array;
  readonly #format: CsvFormat;
  readonly #rows: Float32Array[] = [];
  readonly #classes: string[] = [];
  /** Of each target a number a row, and where the row begins. */
  readonly #numbers: number[][] = [];
  readonly #lines: number[] = [];
  /** Target cells that hold no number, by row and target. */
  readonly #others = new Map<string, string>();
  #columns: Columns | undefined;

  constructor(file: string, bytes: Uint8Array, format: CsvFormat) {
    this.#file = file;
    this.#bytes = bytes;
    this.#format = format;
  }

  add(cells: readonly string[], row: number): void {
    if (this.#columns === undefined) {
      this.#columns = this.#choose(cells);
      if (this.#hasHeader) return;
    }
    const { names, inputs } = this.#columns;
    if (cells.length !== names.length) this.#wrong(row, this.#lengthProblem(cells.length, names.length));
    this.#addTargets(cells, row, this.#columns);
    const values = new Float32Array(inputs.length);
    inputs.forEach((input, i) => {
      const cell = cells[input] ?? "";
      const value = cellNumber(cell, this.#format.decimal);
      if (value === undefined)
        this.#wrong(row, `, column ${quoted(names[input])}: ${cellProblem(cell, this.#bytes, this.#format)}`);
      else values[i] = value;
    });
    this.#rows.push(values);
  }

  #addTargets(cells: readonly string[], row: number, { names, targets }: Columns): void {
    const isClass = targets.length === 1 && this.#format.task !== "regression";
    targets.forEach((target, i) => {
      const cell = (cells[target] ?? "").trim();
      if (cell === "")
        this.#wrong(row, `, column ${quoted(names[target])}: the ${isClass ? "class" : "target"} is missing`);
      if (i === 0) this.#classes.push(cell);
      const value = cellValue(cell, this.#format.decimal);
      this.#numbers[i] ??= [];
      this.#numbers[i]?.push(value ?? Number.NaN);
      if (value === undefined) this.#others.set(`${this.#lines.length} ${i}`, cell);
    });
    this.#lines.push(row);
  }

  #targetColumn(name: string, i: number): TargetColumn {
    return {
      name,
      values: Float64Array.from(this.#numbers[i] ?? []),
      isNamed: true,
      problem: (row) =>
        `${this.#file}: row ${this.#lines[row]}, column ${quoted(name)}: ${cellProblem(this.#others.get(`${row} ${i}`) ?? "", this.#bytes, this.#format)}`,
    };
  }

  table(): Table {
    if (this.#columns === undefined || this.#classes.length === 0)
      throw new DatasetError(
        "dataset_damaged",
        `${this.#file}: there are no rows${this.#columns === undefined ? "" : " below the header"}`,
      );
    const { inputs, names, targets } = this.#columns;
    const features = new Float32Array(this.#rows.length * inputs.length);
    this.#rows.forEach((row, i) => {
      features.set(row, i * inputs.length);
    });
    return {
      features,
      inputs: inputs.length,
      classes: this.#classes,
      targets: targets.map((target, i) => this.#targetColumn(names[target] ?? "", i)),
      inputNames: inputs.map((input) => names[input] ?? ""),
      file: this.#file,
    };
  }

  get #hasHeader(): boolean {
    return this.#format.header ?? true;
  }

  #choose(cells: readonly string[]): Columns {
    const { header, target, targets = target === undefined ? [] : [target], decimal } = this.#format;
    const names = this.#hasHeader ? cells.map((cell) => cell.trim()) : cells.map((_, i) => `${i + 1}`);
    const refuse = (what: string | undefined): void => {
      if (what !== undefined) throw new DatasetError("dataset_refused", `${this.#file}: ${what}`);
    };
    if (header === undefined) refuse(headerProblem(names, { targets, decimal }));
    const columns = chooseColumns(names, this.#format, this.#file);
    if (this.#format.inputs === undefined) refuse(namelessProblem(names, columns.inputs));
    return columns;
  }

  #lengthProblem(cells: number, names: number): string {
    const what = ` has ${cells} cells, the ${this.#hasHeader ? "header" : "first row"} has ${names}`;
    const isFirst = this.#hasHeader && this.#rows.length === 0;
    return isFirst && cells === names + 1
      ? `${what}; R's write.table writes row names without a cell above them: write.csv(…, row.names = FALSE)`
      : what;
  }

  #wrong(row: number, what: string): never {
    throw new DatasetError("dataset_damaged", `${this.#file}: row ${row}${what}`);
  }
}
