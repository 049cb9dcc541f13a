import type { Decimal } from "@actbench/core/internal";
import { cellNumber } from "./cell-number.js";
import { keyText } from "./key-text.js";
import { quoted } from "./quoted.js";
import { beginning, betterDelimiter } from "./shape-problem.js";

/**
 * Why a cell of a text (UTF-8) is no number, and what to do: with the key to write where another decimal sign
 * makes it one, or where the first rows are a table with a delimiter that it holds.
 */
export function cellProblem(
  cell: string,
  bytes: Uint8Array,
  { decimal, delimiter }: { readonly decimal: Decimal; readonly delimiter: string },
): string {
  if (cell.trim() === "") return `the cell is empty; ${MEND}`;
  const what = `${quoted(cell)} is not a finite number`;
  if (/^\s*[+-]?\d{1,3}(,\d{3})+\.\d+\s*$/.test(cell))
    return `${what}: it has thousands separators; remove them`;
  const other = decimal === "." ? "," : ".";
  if (cellNumber(cell, other) !== undefined)
    return decimal === "."
      ? `${what} with a decimal point; write ${keyText("decimal", ",")} if the comma is the decimal separator, or remove thousands separators`
      : `${what} with a decimal comma; leave decimal out if the point is the decimal separator, or remove thousands separators`;
  const better = betterDelimiter(beginning(bytes), delimiter, cell);
  return better === undefined ? `${what}; ${MEND}` : `${what}; ${better}`;
}

const MEND = "fix or drop the row, or leave the column out (ignore)";
