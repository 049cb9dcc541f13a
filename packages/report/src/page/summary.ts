import { shorten } from "../format/format.js";
import { highlightsOf, highlightText } from "../headline/highlights.js";
import { verdictSentence } from "../headline/verdict-sentence.js";
import type { RunView } from "../view/run-view.js";

/** What a browser's tab and a link's preview say of a page. */
export interface PageSummary {
  readonly title: string;
  /** The verdict without the study's name. */
  readonly verdict: string;
  readonly description: string;
}

/** The verdict as the page's title; of several runs, their names. */
export function summaryOf(views: readonly RunView[]): PageSummary {
  const names = views.map(({ study }) => shorten(study.name, 80)).join(" · ");
  const [view] = views;
  if (view === undefined || views.length > 1)
    return { title: `${names} · actbench`, verdict: names, description: `${views.length} runs on one page` };
  const { text, basis } = verdictSentence(view);
  const verdict = shorten(text, 200);
  return {
    title: `${names}: ${verdict} · actbench`,
    verdict: `${names}: ${verdict}`,
    description: [basis, ...highlightsOf(view).map(highlightText)].filter(Boolean).join(". "),
  };
}
