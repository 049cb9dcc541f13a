import { each } from "./each.js";
import { button, element } from "./element.js";
import { svgText } from "./svg-text.js";
import { type Cells, csvOf, latexOf, markdownOf, tableCells } from "./table-text.js";

const FORMATS: Readonly<Record<string, (rows: Cells) => string>> = {
  Markdown: markdownOf,
  LaTeX: latexOf,
  CSV: csvOf,
};

// A page from disk may not have the clipboard of today's API.
async function toClipboard(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = element("textarea", text);
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

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

/** Offers each table as Markdown, LaTeX and CSV, and each chart as SVG. */
export function copies(root: ParentNode): void {
  each<HTMLTableElement>(root, ".scroll > table", (table) => {
    const what = table.parentElement?.getAttribute("aria-label") ?? "table";
    const tools = Object.entries(FORMATS).map(([label, write]) =>
      tool(label, what, () => write(tableCells(table))),
    );
    table.parentElement?.before(toolbar(...tools));
  });
  each<SVGSVGElement>(root, "figure svg.chart", (svg) => {
    const what = svg.getAttribute("aria-label") ?? svg.querySelector("title")?.textContent ?? "chart";
    svg.closest("figure")?.append(toolbar(tool("SVG", what, () => svgText(svg))));
  });
}
