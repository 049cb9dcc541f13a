import { visibleText } from "@actbench/core/internal";
import type { ExportTable } from "./export-table.js";

/** A printed table in LaTeX, ready for a paper: booktabs rules, the caption as the table's. */
export function latexTable({ titles, lines, caption }: ExportTable): string {
  const row = (cells: readonly string[]): string => `  ${cells.map(escaped).join(" & ")} \\\\`;
  return [
    "% \\usepackage{booktabs}",
    "\\begin{table}",
    `  \\caption{${escaped(caption)}}`,
    `  \\begin{tabular}{${titles.map(({ align }) => (align === "left" ? "l" : "r")).join("")}}`,
    "  \\toprule",
    row(titles.map(({ title }) => title)),
    "  \\midrule",
    ...lines.map(row),
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
