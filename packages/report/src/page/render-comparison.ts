import { forestPlot, forestScale } from "../charts/forest-plot.js";
import { compareRuns } from "../compare/compare-runs.js";
import type { Comparison, PointComparison } from "../compare/comparison.js";
import { formatInteger, formatMetric, formatPercent, MISSING, plural, shorten } from "../format/format.js";
import { formatEffect } from "../format/format-estimate.js";
import { html, type Safe } from "../html/html.js";
import { metricKind, metricTitle } from "../metrics/metric-name.js";
import { card } from "../sections/card.js";
import { name } from "../sections/name.js";
import type { Run } from "../view/run.js";
import { documentOf } from "./document.js";
import { sectionOf } from "./section-of.js";

const MOST_ROWS = 60;
const MOST_NAMES = 200;

function configTable({ config }: Comparison): Safe | string {
  if (config.length === 0) return "The two runs have the same configuration.";
  const rows = config.map(
    ({ setting, a, b, ignored }) =>
      html`<tr><th scope="row">${name(setting)}<td class="wrap">${name(a)}<td class="wrap">${name(b)}<td>${ignored ? "matched across it" : "must be equal to match"}
`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Configuration"><table><thead><tr><th scope="col">setting<th scope="col">A<th scope="col">B<th scope="col">points<tbody>
${rows}</table></div>`;
}

const label = ({ labelA, labelB }: PointComparison): string =>
  labelA === labelB ? labelA : `${labelA} → ${labelB}`;

function overall({ overall: all, points }: Comparison): Safe {
  const rows = all.map(
    ({ metric, paired }) =>
      html`<tr><th scope="row">${metricTitle(metric)}<td class="num">${formatEffect(metric, paired.difference)}<td class="num">${paired.leftOut}
`,
  );
  return html`<p class="note">Mean over ${plural(points.length, "matched point")} within each seed; n counts seeds.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Overall"><table><thead><tr><th scope="col">metric<th scope="col" class="num">B − A<th scope="col" class="num">pairs left out<tbody>
${rows}</table></div>`;
}

function forest({ points, metric, metricSign }: Comparison): Safe | string {
  const rows = points.flatMap((point) => {
    const paired = point.metrics.find((m) => m.metric === metric)?.paired;
    return paired?.difference === undefined ? [] : { label: label(point), paired, color: point.color };
  });
  if (rows.length === 0) return "No pair has a result on both sides.";
  const size = (row: (typeof rows)[number]): number => Math.abs(row.paired.difference?.mean ?? 0);
  const shown = rows.toSorted((a, b) => size(b) - size(a)).slice(0, MOST_ROWS);
  const fraction = ["accuracy", "rate"].includes(metricKind(metric));
  const ends = shown.flatMap(({ paired: { difference, differences } }) => {
    const { low, high } = difference ?? {};
    return [...differences, ...(low === undefined ? [] : [low]), ...(high === undefined ? [] : [high])];
  });
  const scale = forestScale(metric, fraction ? ends.map((v) => Math.min(1, Math.max(-1, v))) : ends);
  const half = Math.ceil(shown.length / 2);
  const columns = shown.length > 12 ? [shown.slice(0, half), shown.slice(half)] : [shown];
  const left = rows.length - shown.length;
  return html`<p class="note">The ${metricTitle(metric)}, B less A within each seed${fraction && ", in percentage points"}; right of 0 B is ${metricSign > 0 ? "better" : "worse"}. Largest differences first${left > 0 && `; ${left} smaller ones are in the table below`}. The axis is linear near 0 and logarithmic beyond.</p>
<div class="cards wide">${columns.map((part, i) =>
    card({
      title: columns.length === 1 ? "Points" : i === 0 ? "Larger differences" : "Smaller differences",
      body: forestPlot({ title: "B less A by point", metric, rows: part, scale }),
    }),
  )}</div>`;
}

function pointsTable({ points }: Comparison): Safe | string {
  const [first] = points;
  if (first === undefined) return "No point of A has the settings of a point of B.";
  const heads = first.metrics.map(({ metric }) => html`<th scope="col" class="num">${metricTitle(metric)}`);
  const rows = points.map((point) => {
    const cells = point.metrics.map(({ metric, a, b, paired }) => {
      const left =
        paired.leftOut > 0 && html`<small class="trouble">${plural(paired.leftOut, "pair")} left out</small>`;
      return html`<td class="num">${formatEffect(metric, paired.difference)}<small>${formatMetric(metric, a?.mean)} → ${formatMetric(metric, b?.mean)}</small>${left}`;
    });
    return html`<tr><th scope="row">${name(label(point))}<td class="num">${point.identical} of ${point.seeds}${cells}
`;
  });
  return html`<p class="note">B less A with interval and n; below it the means of A and of B over all their completed seeds. Same digest: pairs with the same weights, bit for bit.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Matched points"><table class="board"><thead><tr><th scope="col">point<th scope="col" class="num">same digest${heads}<tbody>
${rows}</table></div>`;
}

function unmatched({ onlyA, onlyB }: Comparison): Safe | string {
  if (onlyA.length + onlyB.length === 0) return "None: every point has its counterpart.";
  const column = (title: string, labels: readonly string[]): Safe =>
    html`<h3>${title}</h3><ul class="names">${labels.slice(0, MOST_NAMES).map((text) => html`<li>${name(text)}`)}${labels.length > MOST_NAMES && html`<li>and ${formatInteger(labels.length - MOST_NAMES)} more`}</ul>`;
  return html`${onlyA.length > 0 && column(`Only in A (${onlyA.length})`, onlyA)}${onlyB.length > 0 && column(`Only in B (${onlyB.length})`, onlyB)}`;
}

const method = ({ confidence }: Comparison): Safe =>
  html`<p class="note">Points match when all their settings are equal but those in which each run has a single value; trials match by seed. Differences are B less A within each seed, with Student's t interval at ${formatPercent(confidence, 0)} over seeds: it covers the mean over further seeds, for this split and this test set, and is not corrected for the number of points. Pairs of which a side has no result (${MISSING}) are left out and counted. Speed is not compared: sweeps share their machine.</p>`;

/** A page that sets two runs side by side. */
export function renderComparison({ a, b }: { readonly a: Run; readonly b: Run }): string {
  const comparison = compareRuns(a, b);
  const sections: readonly (readonly [id: string, title: string, content: Safe | string])[] = [
    ["config", "What differs in the configuration", configTable(comparison)],
    ["overall", "Overall", overall(comparison)],
    ["effects", "Differences by point", forest(comparison)],
    ["points", "Matched points", pointsTable(comparison)],
    ["unmatched", "Unmatched points", unmatched(comparison)],
    ["method", "Method", method(comparison)],
  ];
  const side = (letter: string, { name: title, hash, created, trials }: Comparison["a"]): Safe =>
    html`<li><b>${letter}</b> ${name(title)} <small>${hash.slice(0, 8)} · ${created.slice(0, 10)} · ${plural(trials, "trial")}</small>`;
  return documentOf(
    `${shorten(comparison.a.name, 60)} and ${shorten(comparison.b.name, 60)} · actbench`,
    html`<article><header class="masthead"><p class="brand">actbench comparison</p><h1>${name(comparison.a.name)} and ${name(comparison.b.name)}</h1><ul class="sides">${side("A", comparison.a)}${side("B", comparison.b)}</ul></header>
<main>
${sections.map(([id, title, content]) => sectionOf({ id, title, content: typeof content === "string" ? { absent: content } : content }))}</main></article>`,
  );
}
