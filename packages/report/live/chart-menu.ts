import { each } from "./each.js";
import { button, element } from "./element.js";
import { svgText } from "./svg-text.js";
import { csvOf, tableCells } from "./table-text.js";
import { toClipboard } from "./to-clipboard.js";

const PNG_SCALE = 2;

/** Offers the chart of a figure as an SVG file, a PNG, the CSV of its table, and a link. */
export function chartMenus(root: ParentNode): void {
  each<HTMLElement>(root, "figure:has(svg.chart)", (figure) => {
    const title = titleOf(figure);
    const menu = element("details", "", "chart-menu");
    const head = element("summary", "⤓");
    head.setAttribute("aria-label", `Take away: ${title}`);
    const items = element("div");
    const item = (label: string, act: () => void): void => {
      items.append(
        button(label, () => {
          act();
          menu.open = false;
        }),
      );
    };
    const file = `${title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60)}`;
    item("SVG file", () =>
      save(new Blob([svgText(chartOf(figure))], { type: "image/svg+xml" }), `${file}.svg`),
    );
    item("PNG", () => void savePng(chartOf(figure), `${file}.png`));
    const table = tableOf(figure);
    if (table)
      item("CSV of its data", () =>
        save(new Blob([csvOf(rowsOf(figure, table))], { type: "text/csv" }), `${file}.csv`),
      );
    item("Copy link", () => {
      const id = figure.id || figure.closest("[id]")?.id || "";
      void toClipboard(`${location.href.split("#")[0]}#${id}`);
    });
    menu.append(head, items);
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      menu.open = false;
      head.focus();
    });
    figure.append(menu);
  });
}

/** The chart of a figure that is drawn for this window's width. */
function chartOf(figure: HTMLElement): SVGSVGElement {
  const all = [...figure.querySelectorAll<SVGSVGElement>("svg.chart")];
  const shown = all.find((svg) => svg.checkVisibility()) ?? all[0];
  if (!shown) throw new Error("a figure without a chart");
  return shown;
}

function titleOf(figure: HTMLElement): string {
  return (
    figure.getAttribute("aria-label") ??
    figure.querySelector("figcaption b")?.textContent ??
    figure.querySelector("svg title")?.textContent ??
    "chart"
  );
}

/**
 * The table with a chart's numbers: its own, or the next in its section; of the first plot the table of
 * effects.
 */
function tableOf(figure: HTMLElement): HTMLTableElement | null {
  const own = figure.querySelector<HTMLTableElement>("table");
  if (own) return own;
  const section =
    figure.closest("section") ?? figure.closest("article")?.querySelector("section[id$=effects]");
  if (!section) return null;
  const after = [...section.querySelectorAll<HTMLTableElement>("table")].filter(
    (table) =>
      !section.contains(figure) || figure.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return after[0] ?? null;
}

/** The rows of a card's configuration where the table has it, else all. */
function rowsOf(figure: HTMLElement, table: HTMLTableElement): readonly (readonly string[])[] {
  const [head = [], ...rows] = tableCells(table);
  const name = figure.classList.contains("card") ? titleOf(figure) : "";
  const own = rows.filter(([first]) => first === name);
  return [head, ...(own.length > 0 ? own : rows)];
}

function save(blob: Blob, name: string): void {
  const link = element("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function savePng(svg: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = svg.viewBox.baseVal;
  const picture = new Image(width * PNG_SCALE, height * PNG_SCALE);
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`;
  await picture.decode();
  const canvas = element("canvas");
  [canvas.width, canvas.height] = [picture.width, picture.height];
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && save(blob, name));
}
