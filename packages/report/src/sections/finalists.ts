import { baselineDifference, baselineFinalist } from "../analysis/baseline-difference.js";
import { colorClass } from "../charts/color-class.js";
import { formatMetric, MISSING, plural } from "../format/format.js";
import { formatEffect, formatHalfWidth } from "../format/format-estimate.js";
import { html, type Safe } from "../html/html.js";
import { mainScores } from "../metrics/main-scores.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import type { PointView } from "../view/point-view.js";
import type { Finalist, RunView } from "../view/run-view.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { statusWords } from "./status-words.js";

function cell(point: PointView, metric: MetricName): Safe {
  const estimate = point.estimate(metric);
  if (estimate === undefined) return html`<td class="num none">${MISSING}`;
  return html`<td class="num">${formatMetric(metric, estimate.mean)}<small>${formatHalfWidth(metric, estimate)}n ${estimate.n}</small>`;
}

function row(view: RunView, finalist: Finalist, metrics: readonly MetricName[]): Safe {
  const { chosen, fresh } = finalist;
  const difference = baselineDifference(view, finalist);
  const whole = fresh.completed === fresh.trials.length;
  return html`<tr data-p="${chosen.index}"><th scope="row"><i class="swatch ${colorClass(chosen.color)}"></i>${name(chosen.configuration.label)}${!whole && html`<small class="trouble">fresh: ${statusWords(fresh)}</small>`}${metrics.map((metric) => html`${cell(chosen, metric)}${cell(fresh, metric)}`)}${baselineFinalist(view) !== undefined && html`<td class="num">${difference === undefined ? MISSING : formatEffect(view.metric, difference)}`}
`;
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
    const base = baselineFinalist(view);
    return html`<p class="note">The best point of each activation (of all, where the activation does not vary) by the mean ${metricTitle(metric)} over ${plural(study.seeds.length, "seed")}, run again on ${plural(confirm.seeds.length, "fresh seed")}. The number that chose a point is too good on average, for luck chose too; the fresh one is not. No other part of this page counts the fresh seeds but the trial table.${base !== undefined && html` Beside them the difference of the fresh seeds from the finalist of ${name(base.chosen.activation ?? "the baseline")}, seed by seed, with its interval and no verdict.`}</p>
<div class="scroll" tabindex="0" role="group" aria-label="Finalists"><table><thead><tr><th scope="col">point${metrics.map((one) => html`<th scope="col" class="num">${metricTitle(one)}<small>seeds that chose</small><th scope="col" class="num">${metricTitle(one)}<small>fresh seeds</small>`)}${base !== undefined && html`<th scope="col" class="num">less ${name(base.chosen.activation ?? "the baseline")}<small>fresh seeds</small>`}<tbody>
${finalists.map((one) => row(view, one, metrics))}</table></div>`;
  },
};
