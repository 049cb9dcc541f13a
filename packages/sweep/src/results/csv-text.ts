const NEEDS_QUOTES = /[",\r\n]/;
/** Spreadsheets run a cell that begins so; a number is never written like this. */
const FORMULA = /^[=+\-@\t\r]/;

/** What a cell may hold; undefined: not measured, and empty. */
export type CsvValue = string | number | undefined;

/** One line of CSV with its line end (RFC 4180). */
export function csvText(cells: readonly CsvValue[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(value: CsvValue): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
