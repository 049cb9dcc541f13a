import { visibleText } from "@actbench/core/internal";
import type { ExportTable } from "./export-table.js";

/** A printed table in LaTeX, ready for a paper: booktabs rules, the caption as the table's. */
export function latexTable({ titles, lines, caption, best, label }: ExportTable): string {
  const row = (cells: readonly string[], line = -1): string =>
    `  ${cells.map((cell, i) => (best[i] === line ? `\\textbf{${escaped(cell)}}` : escaped(cell))).join(" & ")} \\\\`;
  return [
    "% \\usepackage{booktabs}",
    "\\begin{table}",
    `  \\caption{${escaped(caption)}}`,
    `  \\label{tab:${label.replace(/[^A-Za-z0-9]+/g, "-")}}`,
    `  \\begin{tabular}{${titles.map(({ align }) => (align === "left" ? "l" : "r")).join("")}}`,
    "  \\toprule",
    row(titles.map(({ title }) => title)),
    "  \\midrule",
    ...lines.map((cells, line) => row(cells, line)),
    "  \\bottomrule",
    "  \\end{tabular}",
    "\\end{table}",
  ].join("\n");
}

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "$<$",
  ">": "$>$",
  "−": "$-$",
  "±": "$\\pm$",
  "×": "$\\times$",
  "·": "$\\cdot$",
  "–": "--",
  "→": "$\\to$",
  α: "$\\alpha$",
  "∞": "$\\infty$",
};

/** Text without meaning to LaTeX; a line break is a space, a control character is written out. */
function escaped(text: string): string {
  return visibleText(text.replace(/[\r\n]+/g, " ")).replace(
    /[\\~^<>−±×·–→α∞]|[&%$#_{}]/g,
    (found) => SPECIAL[found] ?? `\\${found}`,
  );
}
