import type { Decimal } from "@actbench/core/internal";
import { cellNumber } from "./cell-number.js";
import { keyText } from "./key-text.js";
import { sampleRows } from "./parse-rows.js";

const DELIMITERS: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "vertical bars",
  " ": "blanks",
};
const SAMPLE_BYTES = 2 ** 20;
const SAMPLE_ROWS = 20;

type Rows = readonly (readonly string[])[];

/**
 * Why a text (UTF-8) is no table with a delimiter, from its first rows, with the keys to write where another
 * delimiter makes one of it; undefined where the rows have one number of cells.
 */
export function shapeProblem(bytes: Uint8Array, delimiter: string): string | undefined {
  const text = beginning(bytes);
  const rows = sampleRows(text, delimiter, SAMPLE_ROWS);
  if (isTable(rows)) return undefined;
  const better = betterDelimiter(text, delimiter);
  if (better !== undefined) return better;
  const [first = [], ...rest] = rows;
  return first.length === 1 && isTable(rest)
    ? `row 1 is one cell, and the next rows have ${rest[0]?.length} each: remove lines that are not rows, such as titles and comments, from the file`
    : undefined;
}

/**
 * The keys to write where the first rows of a text are a table with another delimiter, one that `within`
 * holds where there is such a text; undefined where they are not.
 */
export function betterDelimiter(text: string, delimiter: string, within?: string): string | undefined {
  const found = Object.keys(DELIMITERS)
    .filter((other) => other !== delimiter && (within?.includes(other) ?? true))
    .map((other) => ({ other, rows: sampleRows(text, other, SAMPLE_ROWS) }))
    .filter(({ rows }) => isTable(rows) && holdsNumbers(rows))
    .sort((a, b) => (b.rows[0]?.length ?? 0) - (a.rows[0]?.length ?? 0))[0];
  if (found === undefined) return undefined;
  const { other, rows } = found;
  const cells = rows.flat();
  const hasCommas =
    other !== "," && cells.some(isWith(",")) && !cells.some(isWith("."))
      ? ` and ${keyText("decimal", ",")}`
      : "";
  const count = rows.at(-1)?.length ?? 0;
  return `its first rows are not a table with ${nameOf(delimiter)} between cells; with ${nameOf(other)} they have ${count} cells each: write ${keyText("delimiter", other)}${hasCommas}`;
}

/** The first rows of a text, each whole. */
export function beginning(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, SAMPLE_BYTES)).toString("utf8");
  const end = text.lastIndexOf("\n");
  return bytes.length <= SAMPLE_BYTES || end < 0 ? text : text.slice(0, end);
}

function nameOf(delimiter: string): string {
  return DELIMITERS[delimiter] ?? JSON.stringify(delimiter);
}

/**
 * Whether rows have one number of cells, and more than one. R's write.table writes no cell above row names.
 */
function isTable(rows: Rows): boolean {
  const [first = [], second = first] = rows;
  const [, ...rest] = rows;
  return (
    second.length > 1 &&
    rest.every((cells) => cells.length === second.length) &&
    (first.length === second.length || (first.length > 1 && first.length === second.length - 1))
  );
}

/** Whether most cells below the first row are numbers, by either decimal sign. */
function holdsNumbers(rows: Rows): boolean {
  const cells = (rows.length > 1 ? rows.slice(1) : rows).flat();
  const numbers = cells.filter((cell) => isNumber(cell, ".") || isNumber(cell, ","));
  return numbers.length >= cells.length / 2;
}

function isNumber(cell: string, decimal: Decimal): boolean {
  return cellNumber(cell, decimal) !== undefined;
}

/** Whether a cell is a number with that sign in it. */
function isWith(decimal: Decimal): (cell: string) => boolean {
  return (cell) => cell.includes(decimal) && isNumber(cell, decimal);
}
