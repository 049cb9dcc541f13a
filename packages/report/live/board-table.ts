import { byValue, cellValue } from "./cell-value.js";
import { button, element } from "./element.js";
import type { View } from "./view.js";

const FEW = 10;

/** The first text of a cell without its unit: what a column is sorted by. */
function sortValue(cell: HTMLTableCellElement | undefined): number | string | undefined {
  const walk = cell && document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const text = walk?.nextNode()?.textContent?.trim() ?? "";
  const [, number, prefix = ""] = /^([−<>+\d.,]+)\s*([kM])?/.exec(text) ?? [];
  if (number === undefined) return cellValue(text);
  const value = cellValue(number.replace("+", ""));
  return typeof value === "number" ? value * (prefix === "k" ? 1e3 : prefix === "M" ? 1e6 : 1) : value;
}

/**
 * Sorts a table by its columns, filters it by words, and shows its first rows until a reader asks for all.
 */
export function boardTable(table: HTMLTableElement, view: View): void {
  const body = table.tBodies[0];
  const frame = table.parentElement;
  if (!body || !frame || body.rows.length < 2) return;
  const ranked = [...body.rows];
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th")];
  const place = `${table.closest("section")?.id}${table.dataset.k ?? ""}`;
  const key = (name: string): string => `${place}.${name}`;
  let words: readonly string[] = [];

  const all = button("", () => {
    view.set(key("all"), view.get(key("all")) === "" ? "1" : "");
    show();
  });
  const show = (): void => {
    const whole = view.get(key("all")) !== "";
    let shown = 0;
    for (const row of body.rows) {
      const text = (row.textContent ?? "").toLowerCase();
      const fits = words.every((word) => text.includes(word));
      row.hidden = !fits || (!whole && shown >= FEW);
      if (!row.hidden) shown++;
    }
    all.textContent = whole ? `Show the first ${FEW}` : `Show all ${ranked.length}`;
    all.hidden = ranked.length <= FEW || words.length > 0;
    output.value = words.length > 0 ? `${shown} of ${ranked.length} shown` : "";
  };
  const sort = (): void => {
    const [column = "", direction] = view.get(key("sort")).split(" ");
    const sign = direction === "up" ? 1 : -1;
    heads.forEach((head, i) => {
      if (String(i) !== column) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
    });
    const rows =
      column === ""
        ? ranked
        : ranked
            .map((row) => ({ row, value: sortValue(row.cells[Number(column)]) }))
            .sort((a, b) => byValue(a.value, b.value, sign))
            .map(({ row }) => row);
    body.append(...rows);
    show();
  };

  heads.forEach((head, i) => {
    if (head.classList.contains("unsorted")) return;
    const made = element("button", "", "sorts");
    made.type = "button";
    made.append(...head.childNodes);
    head.append(made);
    made.addEventListener("click", () => {
      view.set(key("sort"), `${i} ${head.getAttribute("aria-sort") === "descending" ? "up" : "down"}`);
      sort();
    });
  });
  const form = element("form", "", "filter-board");
  const label = element("label", "Filter ");
  const input = element("input");
  input.type = "search";
  input.placeholder = "words in any column";
  label.append(input);
  const output = element("output");
  form.append(label, output);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    view.set(key("words"), input.value);
    words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    show();
  });
  if (ranked.length > FEW) frame.before(form);
  frame.after(all);
  all.className = "more";
  view.onRestore(() => {
    input.value = view.get(key("words"));
    words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    sort();
  });
}
