import { baselineFinalist, datasetOf } from "../analysis/baseline-difference.js";
import { type JudgedFinalist, type JudgedFinalists, judgedFinalists } from "../analysis/judged-finalists.js";
import { colorClass } from "../charts/color-class.js";
import { formatMetric, formatPercent, MISSING, plural } from "../format/format.js";
import { formatHalfWidth, formatPaired } from "../format/format-estimate.js";
import { formatValue } from "../format/format-value.js";
import { formatTests } from "../format/format-verdict.js";
import { html, type Safe } from "../html/html.js";
import { mainScores } from "../metrics/main-scores.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import { verdictTitle } from "../verdict/verdict-title.js";
import type { PointView } from "../view/point-view.js";
import type { Finalist, RunView } from "../view/run-view.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { statusWords } from "./status-words.js";

/** As many as the leaderboard shows; the others are in the exported table. */
const MAX_ROWS = 150;

function cell(point: PointView, metric: MetricName): Safe {
  const estimate = point.estimate(metric);
  if (estimate === undefined) return html`<td class="num none">${MISSING}`;
  return html`<td class="num">${formatMetric(metric, estimate.mean)}<small>${formatHalfWidth(metric, estimate)}n ${estimate.n}</small>`;
}

/** What the table's rows share. */
interface Table {
  readonly view: RunView;
  readonly metrics: readonly MetricName[];
  readonly judged: JudgedFinalists | undefined;
}

function row({ view, metrics, judged }: Table, { finalist, judged: own }: Row): Safe {
  const { chosen, fresh } = finalist;
  const whole = fresh.completed === fresh.trials.length;
  return html`<tr data-p="${chosen.index}"><th scope="row"><i class="swatch ${colorClass(chosen.color)}"></i>${name(chosen.configuration.label)}${!whole && html`<small class="trouble">fresh: ${statusWords(fresh)}</small>`}${metrics.map((metric) => html`${cell(chosen, metric)}${cell(fresh, metric)}`)}${judged && hasBaseline(view) && verdictCell(judged, own)}${judged && html`<td class="num">${own?.tier ?? MISSING}`}
`;
}

function verdictCell({ metric }: JudgedFinalists, own: JudgedFinalist | undefined): Safe {
  const paired = own?.paired;
  if (paired === undefined) return html`<td class="num none">${MISSING}<td class="none">${MISSING}`;
  const { word } = verdictTitle(paired.verdict);
  const [amount = "", interval] = formatPaired(metric, paired).split(" [", 2);
  const reasons = [formatTests(paired), paired.cause, paired.remark].filter(Boolean).join("; ");
  return html`<td class="num">${amount}${interval !== undefined && html`<small>[${interval}</small>`}<td class="wrap">${word}<small>${reasons}</small>`;
}

interface Row {
  readonly finalist: Finalist;
  readonly judged: JudgedFinalist | undefined;
}

/** By dataset in plan order, the best on fresh seeds first. */
function rowsOf({ finalists, metric, metricSign }: RunView, judged: JudgedFinalists | undefined) {
  const rows = finalists.map((finalist, i): Row => ({ finalist, judged: judged?.rows[i] }));
  const [by, sign] = judged === undefined ? [metric, metricSign] : [judged.metric, judged.sign];
  const datasets = [...new Set(finalists.map(datasetOf))];
  const place = ({ finalist }: Row): number => datasets.indexOf(datasetOf(finalist));
  const value = ({ finalist: { fresh } }: Row): number =>
    sign * (fresh.estimate(by)?.mean ?? -sign * Infinity);
  return rows.toSorted((a, b) => place(a) - place(b) || value(b) - value(a) || 0);
}

const hasBaseline = (view: RunView): boolean =>
  view.finalists.some((one) => baselineFinalist(view, datasetOf(one)) !== undefined);

/** What the verdicts and tiers stand on; a run without them says why. */
function judgedNote(view: RunView, judged: JudgedFinalists | undefined): Safe {
  if (judged === undefined)
    return html` The trials of finalists have not all ended, so there is no verdict on them yet.`;
  const { datasets, metric } = judged;
  const each = datasets.length > 1 ? " of a dataset" : "";
  return html` ${hasBaseline(view) && html`Verdicts are against the finalist of ${name(formatValue(view.study.baseline?.activation ?? ""))}${datasets.length > 1 && " on the same dataset"} by ${metricTitle(metric)}, paired by seed, and corrected as one family. `}Tier 1 contains the finalists${each} that cannot be distinguished from the best one on fresh seeds: the truly best one is among them with ${formatPercent(view.freshLevel.confidence, 0)} confidence (multiple comparisons with the best). Tier 2 contains those that cannot be distinguished from the best of the rest, and so on.`;
}

/** The points that were chosen, on seeds that did not choose them. */
export const finalistsSection: Section = {
  id: "finalists",
  title: "Finalists on fresh seeds",
  render(view) {
    const { finalists, metric, study } = view;
    const { confirm } = study;
    if (confirm === undefined)
      return {
        absent: "Finalists were not re-run on new seeds.",
        yaml: "seeds: { count: 10, confirm: 10 }",
      };
    if (finalists.length === 0)
      return {
        absent:
          "The finalists are chosen when all other trials have ended; none completed at every seed yet.",
      };
    const metrics: readonly MetricName[] = [...new Set<MetricName>([metric, ...mainScores(study, ["test"])])];
    const judged = judgedFinalists(view);
    const rows = rowsOf(view, judged);
    const left = rows.length - MAX_ROWS;
    const base = name(formatValue(study.baseline?.activation ?? ""));
    return html`<p class="note">The best configuration of each activation (of all, where the activation does not vary) by the mean ${metricTitle(metric)} over ${plural(study.seeds.length, "seed")}, run again on ${plural(confirm.seeds.length, "fresh seed")}. The number that chose a configuration is too good on average, for luck chose too; the fresh one is not.${judgedNote(view, judged)}${left > 0 && ` Shown are the first ${MAX_ROWS} of ${rows.length}; actbench export --table finalists writes all.`}</p>
<div class="scroll" tabindex="0" role="group" aria-label="Finalists"><table><thead><tr><th scope="col">configuration${metrics.map((one) => html`<th scope="col" class="num">${metricTitle(one)}<small>seeds that chose</small><th scope="col" class="num">${metricTitle(one)}<small>fresh seeds</small>`)}${judged && hasBaseline(view) && html`<th scope="col" class="num">minus ${base}<small>${metricTitle(judged.metric)}, fresh seeds</small><th scope="col">verdict`}${judged && html`<th scope="col" class="num">tier`}<tbody>
${rows.slice(0, MAX_ROWS).map((one) => row({ view, metrics, judged }, one))}</table></div>`;
  },
};
