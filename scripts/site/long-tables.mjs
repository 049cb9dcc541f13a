import { sortedPlaces, sortKey } from "./sort-key.mjs";

/** Shorter tables are read at a glance. */
const LONG = 30;
/** Tables of more columns get narrow rows. */
const WIDE = 8;

/** Makes long tables of a page sortable by a click on a column's head, and filtered by words. */
export function enhanceLongTables() {
  for (const table of document.querySelectorAll(".vp-doc table"))
    if (table.tBodies[0]?.rows.length >= LONG && table.dataset.long === undefined) enhance(table);
}

function enhance(table) {
  const [body] = table.tBodies;
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  table.dataset.long = heads.length > WIDE ? "wide" : "";
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = "Sort by this column";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction === 1 ? "ascending" : "descending");
      const keys = rows.map((row) => sortKey(row.cells[column]?.textContent ?? ""));
      body.append(...sortedPlaces(keys, direction).map((place) => rows[place]));
    });
  });
  table.before(filterOf(rows));
}

/** Words that a row must all hold, anywhere; a number of rows says what is left. */
function filterOf(rows) {
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const box = document.createElement("p");
  box.className = "filter-rows";
  const input = document.createElement("input");
  input.type = "search";
  input.placeholder = "Filter rows";
  input.setAttribute("aria-label", "Filter the rows of the table below");
  const count = document.createElement("output");
  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      row.hidden = !words.every((word) => texts[i].includes(word));
      if (!row.hidden) shown++;
    });
    count.textContent = ` ${shown} of ${rows.length} rows`;
  };
  input.addEventListener("input", show);
  box.append(input, count);
  show();
  return box;
}
