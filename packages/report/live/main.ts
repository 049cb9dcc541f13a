import { brushes } from "./brush.js";
import { copies } from "./copy.js";
import { highlight } from "./highlight.js";
import { createSelection } from "./selection.js";
import { tips } from "./tips.js";
import { trialTable } from "./trial-table.js";
import { createView } from "./view.js";

// The page's only program. It writes no markup from data, so a name can do no harm; without it the page reads the same.
const view = createView();
for (const article of document.querySelectorAll("article")) {
  const selection = createSelection(article);
  highlight(article);
  trialTable(article, selection, view);
  brushes(article, selection, view);
}
copies(document.body);
tips(document.body);
view.restore();
