import { type CompareOptions, compareRuns } from "../compare/compare-runs.js";
import type { Comparison } from "../compare/comparison.js";
import { comparisonSentence } from "../compare/comparison-sentence.js";
import { capital } from "../format/capital.js";
import { plural, shorten } from "../format/format.js";
import { formatPaired } from "../format/format-estimate.js";
import { html, type Safe } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
import { name } from "../sections/name.js";
import type { Run } from "../view/run.js";
import { comparisonSections } from "./comparison-sections.js";
import { contents } from "./contents.js";
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

/** The names of both runs, with their hashes where the names are the same. */
function titleOf({ a, b }: Comparison): Safe {
  const same = a.name === b.name;
  const one = (letter: string, { name: title, hash }: Comparison["a"]): Safe =>
    html`${name(title)}${same && ` (${letter}: ${hash.slice(0, 8)})`}`;
  return html`${one("A", a)} and ${one("B", b)}`;
}

function articleOf(comparison: Comparison, prefix: string): Safe {
  const { a, b, overall, metric } = comparison;
  const mean = overall.find((one) => one.metric === metric)?.paired;
  const sections = comparisonSections(comparison).map(([id, title, content]) => ({
    section: { id, title, closed: id === "method" || id === "unmatched" },
    content: typeof content === "string" ? html`<p class="absent">${content}</p>` : content,
  }));
  return html`<article><header class="hero"><h1 id="${prefix}title">${titleOf(comparison)}</h1>
<p class="verdict">${capital(comparisonSentence(comparison))}.</p>
${mean !== undefined && html`<p class="basis">${capital(metricTitle(metric))}, B − A, mean over matched configurations within each seed: ${formatPaired(metric, mean)}. ${plural(comparison.points.length, "configuration")} matched, ${comparison.onlyA.length} only in A, ${comparison.onlyB.length} only in B.</p>`}
<ul class="sides">${side("A", a)}${side("B", b)}</ul></header>
${contents(prefix, b.name, sections)}<div class="sections">${sections.map(({ section, content }) => sectionOf({ prefix, ...section, content }))}</div></article>`;
}

/** A page that compares runs with the first one, a part per run; differences are B − A. */
export function renderComparison({ a, others, margin }: ComparedRuns): string {
  const comparisons = compareRuns(a, others, { margin });
  const names = [a, ...others].map(({ study }) => shorten(study.name, 60)).join(" and ");
  const verdict = comparisons.map(comparisonSentence).join("; ");
  return documentOf(
    {
      title: `${names}: ${shorten(verdict, 120)} · actbench`,
      verdict: `${names}: ${shorten(verdict, 200)}`,
      description: "A comparison of runs by actbench",
    },
    html`${comparisons.map((one, i) => articleOf(one, others.length === 1 ? "" : `run-${i + 2}-`))}`,
  );
}
