import CliTable from "cli-table3";
import type { Column } from "./column.js";
import { fitColumns, GAP } from "./fit-columns.js";
import { oneLine } from "./own-codes.js";

/**
 * Rows under a header, no borders: readable as text, easy to cut by columns. Each row is one line, whatever
 * is in it. With a `width`, lines have at most that many characters, unless numbers alone need more, and a
 * header may take two lines.
 */
export function table(
  allColumns: readonly Column[],
  allRows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): string {
  const lines = allRows.map((row) => row.map(oneLine));
  const titled = allColumns.map((column) => ({ ...column, title: oneLine(column.title) }));
  const { columns, rows } = fitColumns(titled, lines, width);
  const none = "";
  const text = new CliTable({
    head: columns.map(({ title }) => title),
    colAligns: columns.map((column) => column.align ?? "left"),
    style: { head: [], border: [], "padding-left": 0, "padding-right": GAP },
    chars: {
      top: none,
      "top-mid": none,
      "top-left": none,
      "top-right": none,
      bottom: none,
      "bottom-mid": none,
      "bottom-left": none,
      "bottom-right": none,
      left: none,
      "left-mid": none,
      mid: none,
      "mid-mid": none,
      right: none,
      "right-mid": none,
      middle: none,
    },
  });
  for (const row of rows) text.push([...row]);
  return text
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
