import CliTable from "cli-table3";
import { oneLine } from "./own-codes.js";

export interface Column {
  readonly title: string;
  /** Numbers are aligned right. */
  readonly align?: "left" | "right";
}

/** Rows under a header and a rule, no borders: readable as text, easy to cut by columns. Each row is one line, whatever is in it. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const none = "";
  const text = new CliTable({
    head: columns.map((column) => oneLine(column.title)),
    colAligns: columns.map((column) => column.align ?? "left"),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
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
  for (const row of rows) text.push(row.map(oneLine));
  const lines = text
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
  return lines.join("\n");
}
