import { inPlanOrder } from "../data/condense.js";
import { embedRun } from "../data/embed.js";
import { shorten } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { sections } from "../sections/sections.js";
import type { Run } from "../view/run.js";
import { type RunView, viewRun } from "../view/run-view.js";
import { documentOf } from "./document.js";
import { masthead } from "./masthead.js";
import { sectionOf } from "./section-of.js";

function articleOf(view: RunView): Safe {
  const links = sections.map(({ id, title }) => html`<li><a href="#${view.prefix}${id}">${title}</a>`);
  return html`<article>
${masthead(view)}
<nav aria-label="Sections"><ol>${links}</ol></nav>
<main>
${sections.map((section) => sectionOf({ id: `${view.prefix}${section.id}`, title: section.title, content: section.render(view) }))}</main>
</article>
`;
}

/**
 * One self-contained HTML page over one run or several: no request, no clock, the same runs give the same bytes.
 * The page holds the runs' data, so that `extractRuns` reads them back and the page can be made again from itself.
 */
export function renderReport({ runs }: { readonly runs: readonly Run[] }): string {
  const ordered = runs.map(inPlanOrder);
  const views = ordered.map((run, i) => viewRun(run, runs.length === 1 ? "" : `run-${i + 1}-`));
  const names = runs.map(({ study }) => shorten(study.name, 80)).join(" · ");
  return documentOf(`${names} · actbench`, html`${views.map(articleOf)}${ordered.map(embedRun)}`);
}
