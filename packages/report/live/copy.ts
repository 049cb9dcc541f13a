import { chartMenus } from "./chart-menu.js";
import { each } from "./each.js";
import { button, element } from "./element.js";
import { type Cells, csvOf, latexOf, markdownOf, tableCells } from "./table-text.js";
import { toClipboard } from "./to-clipboard.js";

const FORMATS: Readonly<Record<string, (rows: Cells) => string>> = {
  Markdown: markdownOf,
  LaTeX: latexOf,
  CSV: csvOf,
};

function tool(label: string, what: string, text: () => string): HTMLButtonElement {
  const made = button(label, () => {
    void toClipboard(text()).then(() => {
      made.textContent = "copied";
      setTimeout(() => {
        made.textContent = label;
      }, 1500);
    });
  });
  made.setAttribute("aria-label", `Copy as ${label}: ${what}`);
  return made;
}

function toolbar(...tools: readonly HTMLElement[]): HTMLElement {
  const bar = element("div", "", "tools");
  bar.append(...tools);
  return bar;
}

/** The table as `actbench export` writes it, where the page holds that; the leaderboard's. */
function latexOfExport(table: HTMLTableElement): string {
  return table.closest("details.section")?.querySelector(":scope > .latex code")?.textContent ?? "";
}

/**
 * Offers each table as Markdown, LaTeX and CSV, each line of YAML and each command, and each chart as files.
 */
export function copies(root: ParentNode): void {
  each<HTMLTableElement>(root, ".scroll > table", (table) => {
    const what = table.parentElement?.getAttribute("aria-label") ?? "table";
    const tools = Object.entries(FORMATS).map(([label, write]) =>
      tool(label, what, () => (label === "LaTeX" && latexOfExport(table)) || write(tableCells(table))),
    );
    table.parentElement?.before(toolbar(...tools));
  });
  each(root, "code:is(.yaml,.copied)", (code) => {
    code.after(
      " ",
      tool("copy", code.textContent ?? "", () => code.textContent ?? ""),
    );
  });
  chartMenus(root);
}
