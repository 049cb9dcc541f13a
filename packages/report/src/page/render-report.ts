import { type PackedRun, packRun } from "../data/pack-run.js";
import { headBlock } from "../data/page-data.js";
import { html, type Safe } from "../html/html.js";
import { isAbsent } from "../sections/section.js";
import { sections } from "../sections/sections.js";
import type { PageView } from "../view/page-view.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";
import { contents } from "./contents.js";
import { documentOf } from "./document.js";
import { hero } from "./hero.js";
import { notHere, type Rendered } from "./not-here.js";
import { runsTogether } from "./runs-together.js";
import { sectionOf } from "./section-of.js";
import { summaryOf } from "./summary.js";

interface Article {
  readonly packed: PackedRun;
  readonly view: PageView;
  /** Called after each section. */
  readonly onSection: () => void;
}

/**
 * The runs as a page sees them. One object for each run, for what is worked out of it is remembered with it.
 */
function pageViews(packed: readonly PackedRun[]): readonly PageView[] {
  const together: PageView[] = [];
  packed.forEach(({ run, data }, i) => {
    const own = viewRun(run, packed.length === 1 ? "" : `run-${i + 1}-`);
    together.push({ ...own, packed: new Map(data.trials.map((trial) => [trial.trial, trial])), together });
  });
  return together;
}

function articleOf({ packed: { data }, view, onSection }: Article): Safe {
  const { prefix } = view;
  const rendered = sections.map((section): Rendered => {
    const content = section.render(view);
    onSection();
    return { section: { ...section, title: section.titleOf?.(view) ?? section.title }, content };
  });
  return html`<article>
${hero(view)}
${contents(prefix, view.study.name, rendered)}<div class="sections">
${rendered.map(({ section: { id, title, closed = false }, content }) =>
  isAbsent(content) ? false : sectionOf({ prefix, id, title, closed, content }),
)}${notHere(prefix, rendered)}</div></article>
${headBlock(data)}`;
}

export interface ReportOptions {
  readonly runs: readonly Run[];
  /** Gets the share of the work that is done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

// Of the time that a page of 100,000 trials takes: to write its data, and until that is read back and viewed.
const PACKING = 0.4;
const PACKED = 0.6;

/**
 * One self-contained HTML page over one run or several: no request, no clock, the same runs give the same
 * bytes. The page holds the runs' data, so that `extractRuns` reads them back and the page can be made again
 * from itself.
 */
export function renderReport({ runs, onProgress = () => {} }: ReportOptions): string {
  const packed = runs.map((run, i) =>
    packRun(run, (share) => onProgress((PACKING * (i + share)) / runs.length)),
  );
  const views = pageViews(packed);
  let done = 0;
  const onSection = (): void => {
    done++;
    onProgress(PACKED + ((1 - PACKED) * done) / (sections.length * runs.length));
  };
  const articles = views.flatMap((view, i) => {
    const data = packed[i];
    return data === undefined ? [] : articleOf({ packed: data, view, onSection });
  });
  return documentOf(summaryOf(views), html`${runsTogether(views)}${articles}`);
}
