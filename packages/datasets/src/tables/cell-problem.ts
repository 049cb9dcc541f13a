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
  const what = `${quoted(cell)} is no finite number`;
  if (/^\s*[+-]?\d{1,3}(,\d{3})+\.\d+\s*$/.test(cell))
    return `${what}: it has separators of thousands; take them out`;
  const other = decimal === "." ? "," : ".";
  if (cellNumber(cell, other) !== undefined)
    return decimal === "."
      ? `${what} with a decimal point; write ${keyText("decimal", ",")} where the comma is the decimal sign, or take out separators of thousands`
      : `${what} with a decimal comma; leave decimal out where the point is the decimal sign, or take out separators of thousands`;
  const better = betterDelimiter(beginning(bytes), delimiter, cell);
  return better === undefined ? `${what}; ${MEND}` : `${what}; ${better}`;
}

const MEND = "mend or drop the row, or leave the column out (ignore)";
