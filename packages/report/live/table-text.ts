import { csvText } from "@actbench/core/internal";

/** Rows of cells, the head first. */
export type Cells = readonly (readonly string[])[];

/** The texts of a table's visible rows; separate lines of a cell are joined by a space. */
export function tableCells(table: HTMLTableElement): Cells {
  const text = (node: Node): string => {
    if (node instanceof SVGElement) return "";
    if (node.childNodes.length === 0) return (node.textContent ?? "").trim();
    return [...node.childNodes].map(text).filter(Boolean).join(" ");
  };
  return [...table.rows]
    .filter((row) => !row.hidden && !row.classList.contains("opened"))
    .map((row) => [...row.cells].map(text));
}

/** Markdown with a pipe table. */
export function markdownOf([head = [], ...rows]: Cells): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [head, head.map(() => "---"), ...rows].map(line).join("\n");
}

const LATEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "−": "$-$",
  "±": "$\\pm$",
  "·": "$\\cdot$",
  "<": "$<$",
  ">": "$>$",
  "–": "--",
};

/** LaTeX for the booktabs package: texts to the left, all else to the right. */
export function latexOf([head = [], ...rows]: Cells): string {
  const escaped = (text: string): string =>
    text.replace(/[\\~^−±·<>–]|[&%$#_{}]/g, (found) => LATEX[found] ?? `\\${found}`);
  const line = (cells: readonly string[]): string => `${cells.map(escaped).join(" & ")} \\\\`;
  const columns = head.map((_, i) => (rows.every((row) => /^[−<>\d–]/.test(row[i] ?? "–")) ? "r" : "l"));
  return [
    `\\begin{tabular}{${columns.join("")}}`,
    "\\toprule",
    line(head),
    "\\midrule",
    ...rows.map(line),
    "\\bottomrule",
    "\\end{tabular}",
  ].join("\n");
}

/**
 * CSV: what was not measured is empty, and a number alone, with a unit or without, has the minus sign of
 * programs and no separators of thousands.
 */
export function csvOf(rows: Cells): string {
  const plain = (text: string): string =>
    text === "–"
      ? ""
      : text
          .replace(/^−(?=[\d.,]+( ?[%\p{L}]+)?$)/u, "-")
          .replace(/^-?\d{1,3}(?:,\d{3})+(?= ?[%\p{L}]*$)/u, (number) => number.replaceAll(",", ""));
  return rows.map((row) => csvText(row.map(plain))).join("");
}
