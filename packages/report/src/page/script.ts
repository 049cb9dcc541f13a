/**
 * The page's only program, about 2 kB: sorts and filters tables of trials, and shows one point everywhere at once
 * under the pointer or the focus. It writes no markup from data, so a name can do no harm; without it the page
 * reads the same.
 */
export const script = `(() => {
  "use strict";
  const each = (root, selector, act) => root.querySelectorAll(selector).forEach(act);
  const value = (row, column) => {
    const text = row.cells[column].textContent.trim();
    if (text === "–") return undefined;
    const number = parseFloat(text.replace("−", "-").replace(/[<>]/, ""));
    const unit = /[\\d.](k|M)\\/s$/.exec(text) || /(Ki|Mi|Gi|Ti)B$/.exec(text);
    const scale = unit ? { k: 1e3, M: 1e6, Ki: 1024, Mi: 1048576, Gi: 1073741824, Ti: 1099511627776 }[unit[1]] : 1;
    return number * scale;
  };
  const sortBy = (table, head) => {
    const column = head.cellIndex;
    const down = head.getAttribute("aria-sort") === "ascending";
    const text = head.classList.contains("text");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [text ? row.cells[column].textContent : value(row, column), row]);
    const order = (a, b) =>
      a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : (a < b ? -1 : 1) * (down ? -1 : 1);
    rows.sort((a, b) => order(a[0], b[0]));
    body.append(...rows.map((row) => row[1]));
    each(table, "th", (other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
  };
  each(document, "table.trials", (table) => {
    each(table, "thead th", (head) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sortBy(table, head));
    });
  });
  each(document, "form.filter", (form) => {
    const rows = [...form.parentNode.querySelector("table.trials").tBodies[0].rows];
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const [search] = form.getElementsByTagName("input");
    const [status] = form.getElementsByTagName("select");
    const [output] = form.getElementsByTagName("output");
    const apply = () => {
      const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, i) => {
        const fits =
          words.every((word) => texts[i].includes(word)) && (!status.value || row.cells[3].textContent.trim() === status.value);
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      output.value = shown === rows.length ? "" : shown + " of " + rows.length + " shown";
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
  });
  each(document, "article", (article) => {
    let current = null;
    const show = (event) => {
      const mark = event.target.closest("[data-p]");
      const point = mark && event.type !== "pointerleave" ? mark.dataset.p : null;
      if (point === current) return;
      each(article, ".on", (old) => old.classList.remove("on"));
      current = point;
      if (point !== null) each(article, '[data-p="' + point + '"]', (now) => now.classList.add("on"));
    };
    for (const type of ["pointermove", "pointerleave", "focusin"]) article.addEventListener(type, show);
  });
})();`;
