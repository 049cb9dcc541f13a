import { forestPlot, forestScale } from "../charts/forest-plot.js";
import type { Comparison, PointComparison } from "../compare/comparison.js";
import { formatInteger, formatMetric, formatNumber, MISSING, plural } from "../format/format.js";
import { formatPaired } from "../format/format-estimate.js";
import { formatTests, formatVerdict } from "../format/format-verdict.js";
import { html, type Safe } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
import { isOfNumbers, isShare } from "../metrics/within-bounds.js";
import { card } from "../sections/card.js";
import { name } from "../sections/name.js";
import type { Estimate } from "../stats/t-interval.js";
import { verdictTitle } from "../verdict/verdict-title.js";

const MAX_ROWS = 60;
const MAX_NAMES = 200;

function configTable({ config }: Comparison): Safe | string {
  if (config.length === 0) return "The two runs have the same configuration.";
  const rows = config.map(
    ({ setting, a, b, ignored }) =>
      html`<tr><th scope="row">${name(setting)}<td class="wrap">${name(a)}<td class="wrap">${name(b)}<td>${ignored ? "matched across it" : "must be equal to match"}
`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Configuration"><table><thead><tr><th scope="col">setting<th scope="col">A<th scope="col">B<th scope="col">configurations<tbody>
${rows}</table></div>`;
}

const label = ({ labelA, labelB }: PointComparison): string =>
  labelA === labelB ? labelA : `${labelA} → ${labelB}`;

function overall({ overall: all, points, throughput }: Comparison): Safe {
  const isSame = points.length > 0 && points.every(({ seeds, identical }) => identical === seeds);
  const rows = all.map(
    ({ metric, paired }) =>
      html`<tr><th scope="row">${metricTitle(metric)}<td class="num" data-l="B − A">${formatPaired(metric, paired)}<td class="wrap" data-l="">${isSame ? "identical: the same weights, bit for bit" : formatVerdict(paired)}<td${isSame ? html` class="none"` : ""} data-l="">${isSame ? "" : formatTests(paired)}<td class="num" data-l="missing pairs">${paired.leftOut}
`,
  );
  return html`<p class="note">Mean over ${plural(points.length, "matched configuration")} within each seed; n counts seeds.</p>
<div class="scroll" tabindex="0" role="group" aria-label="Overall"><table class="board" data-k="overall"><thead><tr><th scope="col">metric<th scope="col" class="num">B − A<th scope="col">verdict on B<th scope="col">tests<th scope="col" class="num">missing pairs<tbody>
${rows}</table></div>
<p class="note">Throughput: ${throughput.ratio === undefined ? "" : `B / A ${ratioWords(throughput.ratio)}; `}${throughput.note}.</p>`;
}

const ratioWords = ({ mean, low, high, n }: Estimate): string =>
  `${mean.toFixed(3)}${low === undefined || high === undefined ? "" : ` [${low.toFixed(3)}, ${high.toFixed(3)}]`}, n = ${n}`;

function forest({ points, metric, metricSign }: Comparison): Safe | string {
  const rows = points.flatMap((point) => {
    const paired = point.metrics.find((m) => m.metric === metric)?.paired;
    return paired?.difference === undefined ? [] : { label: label(point), paired, color: point.color };
  });
  if (rows.length === 0) return "No pair has a result on both sides.";
  const size = (row: (typeof rows)[number]): number => Math.abs(row.paired.difference?.mean ?? 0);
  const shown = rows.toSorted((a, b) => size(b) - size(a)).slice(0, MAX_ROWS);
  const fraction = isShare(metric);
  const ends = shown.flatMap(({ paired: { difference, differences } }) => {
    const { low, high } = difference ?? {};
    return [...differences, ...(low === undefined ? [] : [low]), ...(high === undefined ? [] : [high])];
  });
  const scale = forestScale(metric, fraction ? ends.map((v) => Math.min(1, Math.max(-1, v))) : ends);
  const half = Math.ceil(shown.length / 2);
  const columns = shown.length > 12 ? [shown.slice(0, half), shown.slice(half)] : [shown];
  const left = rows.length - shown.length;
  return html`<p class="note">The ${metricTitle(metric)}, B − A within each seed${fraction && ", in percentage points"}; right of 0 B is ${metricSign > 0 ? "better" : "worse"}. Largest differences first${left > 0 && `; ${left} smaller ones are in the table below`}. The axis is linear near 0 and logarithmic beyond.</p>
<div class="cards wide">${columns.map((part, i) =>
    card({
      title: columns.length === 1 ? "Configurations" : i === 0 ? "Larger differences" : "Smaller differences",
      body: forestPlot({ title: "B − A by configuration", metric, rows: part, scale }),
    }),
  )}</div>`;
}

function pointsTable({ points }: Comparison): Safe | string {
  const [first] = points;
  if (first === undefined) return "No configuration of A has the settings of one of B.";
  const heads = first.metrics.map(({ metric }) => html`<th scope="col" class="num">${metricTitle(metric)}`);
  const rows = points.map((point) => {
    const cells = point.metrics.map(({ metric, a, b, paired }) => {
      const left =
        paired.leftOut > 0 && html`<small class="trouble">${plural(paired.leftOut, "pair")} left out</small>`;
      return html`<td class="num" data-l="${metricTitle(metric)}">${formatPaired(metric, paired)}<small>${formatMetric(metric, a?.mean)} → ${formatMetric(metric, b?.mean)}</small><small>${paired.verdict === undefined ? MISSING : verdictTitle(paired.verdict).word}</small>${left}`;
    });
    return html`<tr><th scope="row">${name(label(point))}<td class="num" data-l="same digest">${point.identical} of ${point.seeds}${cells}
`;
  });
  return html`<p class="note">B − A with its confidence interval and n; below it the means of A and of B over all their completed seeds. Same digest: pairs with the same weights, bit for bit.</p>
<div class="scroll" tabindex="0" role="group" aria-label="Matched configurations"><table class="board"><thead><tr><th scope="col">configuration<th scope="col" class="num">same digest${heads}<tbody>
${rows}</table></div>`;
}

function unmatched({ onlyA, onlyB }: Comparison): Safe | string {
  if (onlyA.length + onlyB.length === 0) return "None: every configuration has its counterpart.";
  const column = (title: string, labels: readonly string[]): Safe =>
    html`<h3>${title}</h3><ul class="names">${labels.slice(0, MAX_NAMES).map((text) => html`<li>${name(text)}`)}${labels.length > MAX_NAMES && html`<li>and ${formatInteger(labels.length - MAX_NAMES)} more`}</ul>`;
  return html`${onlyA.length > 0 && column(`Only in A (${onlyA.length})`, onlyA)}${onlyB.length > 0 && column(`Only in B (${onlyB.length})`, onlyB)}`;
}

const method = ({ a, level, look, metric }: Comparison): Safe =>
  html`<p class="note">Configurations match when all settings are equal, except those with a single value in each run; trials match by seed. Differences are B − A within each seed: Student's t below 20 pairs, BCa bootstrap and sign-flip test from 20 on, medians and signs where a loss diverged; confidence level ${formatNumber(100 * level.confidence)} %${look !== "" && ` (at A: ${look})`}. Verdicts on the mean over all configurations (${metricTitle(metric)}) are corrected for the number of runs compared with A; verdicts on single configurations and other metrics are exploratory (Benjamini–Hochberg). A confidence interval covers the mean over ${a.covers}. A diverged trial counts as ${isOfNumbers(metric) ? "the error of always predicting the mean of the training rows" : "the accuracy of always predicting the majority class"} and as an infinite loss. Pairs with a missing result (${MISSING}) are left out and counted; with more than a fifth missing there is no verdict.</p>`;

/** The parts of a comparison of one run with the first, in a reader's order. */
export function comparisonSections(
  comparison: Comparison,
): readonly (readonly [id: string, title: string, content: Safe | string])[] {
  return [
    ["overall", "Overall", overall(comparison)],
    ["config", "What differs in the configuration", configTable(comparison)],
    ["effects", "Differences by configuration", forest(comparison)],
    ["points", "Matched configurations", pointsTable(comparison)],
    ["unmatched", "Unmatched configurations", unmatched(comparison)],
    ["method", "Method", method(comparison)],
  ];
}
