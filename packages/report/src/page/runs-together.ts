import { colorClass } from "../charts/color-class.js";
import { intervalLine } from "../charts/interval-line.js";
import { metricScale } from "../charts/metric-scale.js";
import { formatMetric, plural } from "../format/format.js";
import { formatHalfWidth } from "../format/format-estimate.js";
import { formatValue } from "../format/format-value.js";
import { verdictSentence } from "../headline/verdict-sentence.js";
import { html, type Safe } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
import { withinBounds } from "../metrics/within-bounds.js";
import { name } from "../sections/name.js";
import type { PageView } from "../view/page-view.js";
import type { RunView } from "../view/run-view.js";
import { commonCharts } from "./common-charts.js";
import { partsOf } from "./parts-of.js";
import { runLetter } from "./run-letter.js";

const MAX_ROWS = 60;
const PLOT_WIDTH = 180;

/**
 * What a page over several runs opens with: which is which, then one leaderboard and charts over all of them.
 */
export function runsTogether(views: readonly PageView[]): Safe | false {
  if (views.length < 2) return false;
  const items = views.map((view, i) => {
    const { study, prefix } = view;
    return html`<li><b>${runLetter(i)}</b> <a href="#${prefix}title">${name(study.name)}</a> <small>${study.hash.slice(0, 8)} · ${study.created.slice(0, 10)} · ${differing(view, views)}</small><p>${partsOf(verdictSentence(view).parts)}</p>`;
  });
  return html`<section class="together" id="runs" aria-labelledby="runs-title"><h1 id="runs-title">${plural(views.length, "run")}</h1>
<ul class="runs">${items}</ul>
${leaderboard(views)}
${commonCharts(views)}</section>
`;
}

/** How a run differs from the others: its values of each axis that is not the same in all of them. */
function differing({ study }: RunView, views: readonly RunView[]): string {
  const axes = [...new Set(views.flatMap((view) => view.study.axes.map((axis) => axis.name)))];
  const wordsOf = (axis: string, of: RunView): string =>
    (of.study.axes.find((one) => one.name === axis)?.values ?? []).map(formatValue).join(", ");
  const parts = axes.flatMap((axis) => {
    const own = study.axes.find((one) => one.name === axis);
    if (new Set(views.map((view) => wordsOf(axis, view))).size === 1) return [];
    const values = own?.values.map(formatValue) ?? [];
    const shown = values.slice(0, 6).join(", ");
    return own === undefined ? `no ${axis}` : `${axis}: ${shown}${values.length > 6 ? ", …" : ""}`;
  });
  const seeds = new Set(views.map((view) => view.study.seeds.length)).size > 1;
  return [
    ...parts,
    ...(seeds ? [plural(study.seeds.length, "seed")] : []),
    plural(study.points.length, "configuration"),
  ].join("; ");
}

function leaderboard(views: readonly RunView[]): Safe {
  const [first] = views;
  const metric = first?.metric;
  if (
    metric === undefined ||
    views.some((view) => view.metric !== metric || view.metricSign !== first?.metricSign)
  )
    return html`<p class="note">These runs are ranked by different metrics, so they have no common leaderboard.</p>`;
  const all = views
    .flatMap((view, i) =>
      view.ranked.flatMap((point) => {
        const estimate = point.estimate(metric);
        return estimate === undefined ? [] : { point, estimate, letter: runLetter(i) };
      }),
    )
    .toSorted(
      (a, b) =>
        Number(a.point.diverged > 0) - Number(b.point.diverged > 0) ||
        (first?.metricSign ?? 1) * (b.estimate.mean - a.estimate.mean),
    );
  const shown = all.slice(0, MAX_ROWS);
  const axis = shown.slice(0, 10);
  const scale = metricScale({
    metric,
    values: axis.flatMap(({ point }) => point.values(metric)),
    ends: axis.flatMap(({ estimate: { mean, low = mean, high = mean } }) =>
      [low, high].map((end) => withinBounds(metric, end)),
    ),
    range: [4, PLOT_WIDTH - 4],
    gap: 36,
  });
  const rows = shown.map(
    ({ point, estimate, letter }, i) =>
      html`<tr><td class="num rank">${i + 1}<th scope="row"><i class="swatch ${colorClass(point.color)}"></i>${name(point.configuration.label)}<td data-l="run">${letter}<td class="num" data-l="${metricTitle(metric)}">${formatMetric(metric, estimate.mean)}<small>${formatHalfWidth(metric, estimate)}n ${estimate.n}</small><td class="plot">${intervalLine({ estimate, values: point.values(metric), scale, width: PLOT_WIDTH, color: point.color })}
`,
  );
  const left = all.length - shown.length;
  return html`<h2>One leaderboard</h2>
<p class="note">All configurations of these runs by ${metricTitle(metric)}; configurations with any diverged seed are listed last. Runs may differ in data and training: compare them by pairs with <code>actbench compare</code>.${left > 0 && ` ${plural(left, "configuration")} further down ${left === 1 ? "is" : "are"} not listed.`}</p>
<div class="scroll" tabindex="0" role="group" aria-label="Leaderboard of all runs"><table class="board"><thead><tr><th scope="col" class="num">#<th scope="col">configuration<th scope="col">run<th scope="col" class="num">${metricTitle(metric)}<th scope="col" class="unsorted">seeds and interval<tbody>
${rows}</table></div>`;
}
