import { boardTable } from "./board-table.js";
import { brushes } from "./brush.js";
import { copies } from "./copy.js";
import { each } from "./each.js";
import { highlight } from "./highlight.js";
import { moments } from "./moments.js";
import { openSections } from "./open-sections.js";
import { rovingTabindex } from "./roving-tabindex.js";
import { createSelection } from "./selection.js";
import { tips } from "./tips.js";
import { trialTable } from "./trial-table.js";
import { createView } from "./view.js";

// The page's only program. It writes no markup from data, so a name can do no harm; without it the page reads
// the same.
document.body.classList.add("scripted");
const view = createView();
for (const article of document.querySelectorAll("article")) {
  const selection = createSelection(article);
  highlight(article);
  trialTable(article, selection, view);
  brushes(article, selection, view);
  moments(article, view);
  each<HTMLTableElement>(article, "table.board", (table) => boardTable(table, view));
  openSections(article, view);
}
for (const together of document.querySelectorAll<HTMLElement>(".together")) {
  each<HTMLTableElement>(together, "table.board", (table) => boardTable(table, view));
  moments(together, view);
}
copies(document.body);
// A label gives its name; the browser's tooltip would appear next to ours.
each(document, "svg[role=group] > title", (title) => title.remove());
each(document, "svg[role=group]", (chart) => rovingTabindex(chart, "[role=img]"));
tips(document.body);
view.restore();
