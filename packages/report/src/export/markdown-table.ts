import { visibleText } from "@actbench/core/internal";
import type { ExportTable } from "./export-table.js";

/** A printed table in Markdown (GitHub's tables), its caption below. */
export function markdownTable({ titles, lines, caption }: ExportTable): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(" | ")} |`;
  const rule = `| ${titles.map(({ align }) => (align === "left" ? ":--" : "--:")).join(" | ")} |`;
  return [row(titles.map(({ title }) => title)), rule, ...lines.map(row), "", escaped(caption)].join("\n");
}

/**
 * Text of a cell: what Markdown or HTML would take for more than text is escaped, a line break is a space, a
 * control character written out.
 */
function escaped(text: string): string {
  return visibleText(text.replace(/[\r\n]+/g, " ")).replace(/[\\`*_|[\]<>&~]/g, (found) =>
    found === "<" ? "&lt;" : found === "&" ? "&amp;" : `\\${found}`,
  );
}
