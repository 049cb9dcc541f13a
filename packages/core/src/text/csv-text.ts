import { visibleText } from "./visible-text.js";

const NEEDS_QUOTES = /[",\r\n]/;
/** A cell that begins with one of these is run by a spreadsheet, in some of them also in full width. */
const SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫";
/** Where a cell begins for a program that parts cells otherwise, or that does not see our quotes. */
const DELIMITERS = ";|\t\r\n";
/** Between a cell's begin and its sign some programs leave these out. */
const PASSED_OVER = /[\s"\u200b\ufeff]/;
const HAS_SIGN = new RegExp(`[${SIGNS.replace("-", "\\-")}]`);
/** A number, with a unit or without: nothing to run, whatever its sign. */
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?( ?[%\p{L}]{1,5})?$/iu;

/** What a cell may hold; undefined: not measured, and empty. */
export type CsvValue = string | number | undefined;

/**
 * One line of CSV with its line end (RFC 4180). No text of it is run by a spreadsheet, whichever delimiter
 * that takes; control characters are written out.
 */
export function csvText(cells: readonly CsvValue[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(value: CsvValue): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = defused(visibleText(value));
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text with an apostrophe wherever a cell that is run could begin. */
function defused(text: string): string {
  if (!HAS_SIGN.test(text) || NUMBER.test(text)) return text;
  let shown = "";
  // What stands since a cell may have begun here: nothing but delimiters and what is passed over.
  let opening: string | undefined = "";
  for (const character of text) {
    if (DELIMITERS.includes(character) || (opening !== undefined && PASSED_OVER.test(character)))
      opening = `${opening ?? ""}${character}`;
    else {
      if (opening !== undefined) shown += SIGNS.includes(character) ? marked(opening, shown === "") : opening;
      shown += character;
      opening = undefined;
    }
  }
  return shown + (opening ?? "");
}

/** An opening with the apostrophe at the cell's own begin, and after each delimiter. */
function marked(opening: string, isFirst: boolean): string {
  return `${isFirst ? "'" : ""}${opening.replace(/[;|\t\r\n]/g, "$&'")}`;
}
