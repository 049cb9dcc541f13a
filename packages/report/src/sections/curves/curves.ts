import { isScoreMetric, metricOf, scoreMetricName } from "@actbench/core/internal";
import {
  type Curve,
  type CurveAxes,
  curveAxes,
  curveChart,
  type SeedCurve,
} from "../../charts/curve-chart.js";
import { formatInteger, formatMetric, formatPercent } from "../../format/format.js";
import { html, type Safe } from "../../html/html.js";
import { curveValue, hasRunningAverages } from "../../metrics/curve-value.js";
import { estimateMetric } from "../../metrics/estimate-metric.js";
import { type EpochMetric, metricTitle } from "../../metrics/metric-name.js";
import { meanCurve } from "../../view/mean-curve.js";
import type { PointView } from "../../view/point-view.js";
import { hasCurves } from "../../view/rows.js";
import type { RunView } from "../../view/run-view.js";
import type { TrialView } from "../../view/trial-view.js";
import { card, cards, MAX_CARDS } from "../card.js";
import { leftOut } from "../left-out.js";
import type { Section } from "../section.js";
import { statusWords } from "../status-words.js";
import { curveLines } from "./curve-lines.js";
import { curveMetric } from "./curve-metric.js";
import { curvesTable } from "./curves-table.js";
import { curvesOverlay } from "./overlay.js";

const curveOf = ({ curve }: TrialView, metric: EpochMetric): Curve =>
  curve.flatMap((epoch) => {
    const value = curveValue(epoch, metric);
    return value === undefined ? [] : { epoch: epoch.epoch, value };
  });

/** The same measure on the training examples, for the gap between the two. */
function onTrain(metric: EpochMetric): EpochMetric | undefined {
  const entry = metricOf(metric);
  return isScoreMetric(entry) && entry.from !== "train"
    ? scoreMetricName("train", entry.score.name)
    : undefined;
}

interface Frame {
  readonly view: RunView;
  readonly metric: EpochMetric;
  readonly axes: CurveAxes;
  readonly reference: Curve;
  readonly best: PointView | undefined;
}

function seedOf(view: RunView, trial: TrialView, metric: EpochMetric): SeedCurve {
  const { trial: number, seed } = trial.planned;
  const curve = curveOf(trial, metric);
  return {
    curve,
    href: `#${view.prefix}trial-${number}`,
    label: `Trial ${number}, seed ${seed}: ${formatMetric(metric, curve.at(-1)?.value)}`,
    diverged: trial.status === "diverged",
  };
}

function pointCard(point: PointView, { view, metric, axes, reference, best }: Frame): Safe {
  const train = onTrain(metric);
  const body = curveChart({
    title: point.configuration.label,
    metric,
    axes,
    color: point.color,
    seeds: point.trials
      .filter(({ record }) => record !== undefined)
      .map((trial) => seedOf(view, trial, metric)),
    mean: meanCurve(point, (epoch) => curveValue(epoch, metric)).map(({ epoch, value, values }) => {
      const { low, high } = estimateMetric(metric, values, view.confidence) ?? {};
      return { epoch, value, ...(low === undefined || high === undefined ? {} : { low, high }) };
    }),
    train: train === undefined ? [] : meanCurve(point, (epoch) => curveValue(epoch, train)),
    // Alone in its frame it would pass for the curve of a configuration that diverged at once.
    reference: point === best || point.trials.every(({ curve }) => curve.length < 2) ? [] : reference,
  });
  const end = point.estimate(metric);
  const note = `${statusWords(point)}${end === undefined ? "" : ` · ends at ${formatMetric(metric, end.mean)}`}`;
  return card({ title: point.configuration.label, note, color: point.color, point: point.index, body });
}

/** What a training curve is made of, where not of scores alone. */
function running({ trials }: RunView, metric: EpochMetric): string {
  return trials.some(({ curve }) => hasRunningAverages(curve, metric))
    ? " (running averages over each epoch's batches; after the last epoch, the whole training set)"
    : "";
}

/** How points learn: one small chart each, best first, on the same axes. */
export const curvesSection: Section = {
  id: "curves",
  title: "Learning curves",
  render(view) {
    const metric = curveMetric(view);
    if (metric === undefined) return { absent: "No trial has measured anything by epoch yet." };
    const begun = view.ranked.filter(({ trials }) =>
      trials.some(({ record }) => (record?.curve.length ?? 0) > 0),
    );
    const points = begun.filter((point) => hasCurves(view, point)).slice(0, MAX_CARDS);
    if (points.length === 0)
      return {
        absent: `The curves of ${formatInteger(view.trials.length)} trials do not fit on a page. They are in the run's folder.`,
      };
    const curves = points.flatMap(({ trials }) => trials.map((trial) => curveOf(trial, metric)));
    const train = onTrain(metric);
    const trained =
      train === undefined ? [] : points.map((p) => meanCurve(p, (epoch) => curveValue(epoch, train)));
    const values = [...curves, ...trained].flatMap((curve) => curve.map(({ value }) => value));
    const last = curves.reduce((most, curve) => Math.max(most, curve.at(-1)?.epoch ?? 0), 0);
    const best = points[0];
    const frame: Frame = {
      view,
      metric,
      axes: curveAxes(metric, values, last),
      best,
      reference: best === undefined ? [] : meanCurve(best, (epoch) => curveValue(epoch, metric)),
    };
    return html`${curvesOverlay({ prefix: view.prefix, legend: "Mean of each activation's best configuration", lines: curveLines(view), metric })}
<details class="all"><summary>All configurations (${begun.length})</summary>
<p class="note">The ${metricTitle(metric)} by epoch; epoch 0 is the initialization. Thick: mean over completed seeds in the band of its ${formatPercent(view.confidence, 0)} confidence interval, clipped to the plot; thin: every seed, a link to its trial; × a seed that diverged after this epoch; ${train !== undefined && `dashed: mean ${metricTitle(train)}${running(view, train)}; `}gray line: the best configuration, for reference. ${frame.axes.y.note}</p>
${cards(
  points.map((point) => pointCard(point, frame)),
  leftOut(view, points.length, begun.length),
)}</details>
${curvesTable(
  points.map((point) => ({ name: point.configuration.label, point })),
  metric,
  ": each configuration",
)}`;
  },
};
