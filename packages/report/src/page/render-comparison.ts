import { type CompareOptions, compareRuns } from "../compare/compare-runs.js";
import type { Comparison } from "../compare/comparison.js";
import { plural, shorten } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { name } from "../sections/name.js";
import type { Run } from "../view/run.js";
import { comparisonSections } from "./comparison-sections.js";
import { documentOf } from "./document.js";
import { sectionOf } from "./section-of.js";

/** Runs to be set side by side: the first, and those that are held against it. */
export interface ComparedRuns extends CompareOptions {
  readonly a: Run;
  readonly others: readonly Run[];
}

function side(letter: string, { name: title, hash, created, trials }: Comparison["a"]): Safe {
  return html`<li><b>${letter}</b> ${name(title)} <small>${hash.slice(0, 8)} · ${created.slice(0, 10)} · ${plural(trials, "trial")}</small>`;
}

function articleOf(comparison: Comparison, prefix: string): Safe {
  const { a, b } = comparison;
  return html`<article><header class="masthead"><p class="brand">actbench comparison</p><h1 id="${prefix}title">${name(a.name)} and ${name(b.name)}</h1><ul class="sides">${side("A", a)}${side("B", b)}</ul></header>
${comparisonSections(comparison).map(([id, title, content]) =>
  sectionOf({
    prefix,
    id,
    title,
    closed: id === "method" || id === "unmatched",
    content: typeof content === "string" ? html`<p class="absent">${content}</p>` : content,
  }),
)}</article>`;
}

/** A page that compares runs with the first one, a part per run; differences are B − A. */
export function renderComparison({ a, others, margin }: ComparedRuns): string {
  const comparisons = compareRuns(a, others, { margin });
  const names = [a, ...others].map(({ study }) => shorten(study.name, 60)).join(" and ");
  return documentOf(
    { title: `${names} · actbench`, verdict: names, description: "A comparison of runs by actbench" },
    html`${comparisons.map((one, i) => articleOf(one, others.length === 1 ? "" : `run-${i + 2}-`))}`,
  );
}
