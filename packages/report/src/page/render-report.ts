import { type PackedRun, packRun } from "../data/pack-run.js";
import { headBlock } from "../data/page-data.js";
import { shorten } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { sections } from "../sections/sections.js";
import type { PageView } from "../view/page-view.js";
import type { Run } from "../view/run.js";
import { type RunView, viewRun } from "../view/run-view.js";
import { documentOf } from "./document.js";
import { masthead } from "./masthead.js";
import { sectionOf } from "./section-of.js";

function articleOf({ data }: PackedRun, own: RunView, together: readonly RunView[]): Safe {
  const packed = new Map(data.trials.map((trial) => [trial.trial, trial]));
  const view: PageView = { ...own, packed, together };
  const { prefix } = view;
  const links = sections.map(({ id, title }) => html`<li><a href="#${prefix}${id}">${title}</a>`);
  return html`<article>
${masthead(view)}
<nav aria-label="Sections${prefix !== "" && ` of ${view.study.name}`}"><ol>${links}</ol></nav>
${sections.map(({ id, title, render }) => sectionOf({ prefix, id, title, content: render(view) }))}</article>
${headBlock(data)}`;
}

/**
 * One self-contained HTML page over one run or several: no request, no clock, the same runs give the same bytes.
 * The page holds the runs' data, so that `extractRuns` reads them back and the page can be made again from itself.
 */
export function renderReport({ runs }: { readonly runs: readonly Run[] }): string {
  const names = runs.map(({ study }) => shorten(study.name, 80)).join(" · ");
  const packed = runs.map(packRun);
  const views = packed.map(({ run }, i) => viewRun(run, runs.length === 1 ? "" : `run-${i + 1}-`));
  const articles = views.flatMap((view, i) => {
    const own = packed[i];
    return own === undefined ? [] : articleOf(own, view, views);
  });
  return documentOf(`${names} · actbench`, html`${articles}`);
}
