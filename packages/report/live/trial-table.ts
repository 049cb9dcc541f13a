import { byValue, cellValue } from "./cell-value.js";
import { element } from "./element.js";
import { openTrial } from "./open-trial.js";
import { rovingTabindex } from "./roving-tabindex.js";
import type { Selection } from "./selection.js";
import type { View } from "./view.js";

/** Sorts, filters and opens the rows of an article's trial table. */
export function trialTable(article: HTMLElement, selection: Selection, view: View): void {
  const table = article.querySelector<HTMLTableElement>("table.trials");
  const form = article.querySelector<HTMLFormElement>("form.filter");
  const body = table?.tBodies[0];
  const [search] = form?.getElementsByTagName("input") ?? [];
  const [status] = form?.getElementsByTagName("select") ?? [];
  const [output] = form?.getElementsByTagName("output") ?? [];
  if (!table || !form || !body || !search || !status || !output) return;
  const planned = [...body.rows];
  const texts = planned.map((row) => (row.textContent ?? "").toLowerCase());
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th")];
  // Names of values in the address begin with the section's id, so that runs on one page do not meet.
  const key = (name: string): string => `${table.closest("section")?.id}.${name}`;

  const filter = (): void => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    planned.forEach((row, i) => {
      const fits =
        words.every((word) => texts[i]?.includes(word)) &&
        (!status.value || row.cells[3]?.textContent === status.value) &&
        selection.has(row.dataset.p);
      row.hidden = !fits;
      if (fits) shown++;
    });
    output.value = shown === planned.length ? "" : `${shown} of ${planned.length} shown`;
  };
  const sort = (): void => {
    const [column = "", direction] = view.get(key("sort")).split(" ");
    const sign = direction === "down" ? -1 : 1;
    heads.forEach((head, i) => {
      if (String(i) !== column) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
    });
    const rows =
      column === ""
        ? planned
        : planned
            .map((row) => ({ row, value: cellValue(row.cells[Number(column)]?.textContent ?? "") }))
            .sort((a, b) => byValue(a.value, b.value, sign))
            .map(({ row }) => row);
    body.append(...rows);
  };

  heads.forEach((head, i) => {
    const button = element("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      view.set(key("sort"), `${i} ${head.getAttribute("aria-sort") === "ascending" ? "down" : "up"}`);
      sort();
    });
  });
  form.addEventListener("input", () => {
    view.set(key("words"), search.value);
    view.set(key("status"), status.value);
    filter();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  selection.onChange(filter);

  const open = (row: HTMLTableRowElement): void => openTrial(article, row);
  body.addEventListener("click", ({ target }) => {
    const row = (target as Element).closest<HTMLTableRowElement>("tr[data-r]");
    if (!row || getSelection()?.isCollapsed === false) return;
    open(row);
    view.go(row.id);
  });
  rovingTabindex(body, "tr[data-r]:not([hidden])", (row) => {
    open(row as HTMLTableRowElement);
    view.go(row.id);
  });
  view.onRestore((place) => {
    search.value = view.get(key("words"));
    status.value = view.get(key("status"));
    if (view.get(key("sort")) !== "" || table.querySelector("[aria-sort]")) sort();
    filter();
    const row = place && planned.find(({ id }) => id === place);
    if (row) {
      row.hidden = false;
      open(row);
    }
  });
}
