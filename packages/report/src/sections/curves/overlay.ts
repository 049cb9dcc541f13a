import { isScoreMetric, metricOf, scoreMetricName } from "@actbench/core/internal";
import { byActivation } from "../../analysis/by-activation.js";
import { colorClass } from "../../charts/color-class.js";
import { linesArea, linesChart } from "../../charts/lines-chart.js";
import { metricAxis } from "../../charts/metric-axis.js";
import { numberAxis } from "../../charts/number-axis.js";
import { bothSizes, type Size } from "../../charts/sizes.js";
import { choiceFor, choose } from "../../effects/choose.js";
import type { DrawnChart } from "../../figure/drawn-chart.js";
import { formatMetric, plural, shorten } from "../../format/format.js";
import { html, type Safe } from "../../html/html.js";
import { curveValue } from "../../metrics/curve-value.js";
import { type EpochMetric, metricTitle } from "../../metrics/metric-name.js";
import { type EpochMean, meanCurve } from "../../view/mean-curve.js";
import type { PageView } from "../../view/page-view.js";
import type { PointView } from "../../view/point-view.js";
import { hasCurves } from "../../view/rows.js";
import { spreadOver } from "../../view/spread-over.js";
import { chartFigure } from "../chart-figure.js";

/** Lines that a reader can tell apart by their names at the end. */
const MAX_LINES = 14;
const MAX_DOTS = 24;

interface Line {
  readonly name: string;
  readonly point: PointView;
}

/**
 * Each activation's best configuration by validation, best first; where one activation is, the best
 * configurations.
 */
function linesOf(view: PageView): readonly Line[] {
  const groups = byActivation(view);
  const choice = choiceFor(view);
  const shown = view.ranked.filter((point) => hasCurves(view, point) && point.completed > 0);
  if (groups.length < 2)
    return shown.slice(0, MAX_LINES).map((point) => ({ name: point.configuration.label, point }));
  const best = groups.flatMap(({ label, points }): Line[] => {
    const point =
      (choice && choose(view, points, choice.chosenBy)) ?? view.ranked.find((one) => points.includes(one));
    return point === undefined || !shown.includes(point) ? [] : [{ name: label, point }];
  });
  return best
    .toSorted((a, b) => view.ranked.indexOf(a.point) - view.ranked.indexOf(b.point))
    .slice(0, MAX_LINES);
}

/**
 * What can be toggled: the metric, the same on training examples, and both losses where they were measured.
 */
function metricsOf(metric: EpochMetric, lines: readonly Line[]): readonly EpochMetric[] {
  const entry = metricOf(metric);
  const wanted = isScoreMetric(entry)
    ? [
        metric,
        scoreMetricName("train", entry.score.name),
        scoreMetricName(entry.from, "loss"),
        "train_loss" as const,
      ]
    : [metric];
  return [...new Set(wanted)].filter((one) => lines.some(({ point }) => curveOf(point, one).length > 1));
}

const curveOf = (point: PointView, metric: EpochMetric): readonly EpochMean[] =>
  meanCurve(point, (epoch) => curveValue(epoch, metric));

/** One chart, a line each activation at its own best, and a choice of what is drawn. */
export function curvesOverlay(view: PageView, metric: EpochMetric): Safe | false {
  const lines = linesOf(view);
  const metrics = metricsOf(metric, lines);
  if (lines.length === 0 || metrics.length === 0) return false;
  const group = `${view.prefix}curves-metric`;
  const choices = metrics.map((one, i) => {
    const id = `${group}-${i}`;
    return html`<input type="radio" name="${group}" id="${id}"${i === 0 && html` checked`}><label for="${id}">${metricTitle(one)}</label>`;
  });
  const charts = metrics.map((one, i) =>
    chartFigure({
      id: `${view.prefix}curves-by-epoch${i === 0 ? "" : `-${i}`}`,
      title: `${metricTitle(one)} by epoch`,
      kind: `at-${i}`,
      body: bothSizes((size) => chart(lines, one, size)),
    }),
  );
  return html`<fieldset class="choice"><legend>Mean of each activation's best configuration</legend>${choices}${charts}</fieldset>`;
}

/** One line for each activation at its own best, of one metric; undefined where nothing has a curve. */
export function bestCurves(view: PageView, metric: EpochMetric): DrawnChart | undefined {
  const lines = linesOf(view);
  if (lines.every(({ point }) => curveOf(point, metric).length < 2)) return undefined;
  return {
    title: `${metricTitle(metric)} by epoch`,
    marks: `mean ${metricTitle(metric)} of each activation's best configuration`,
    draw: (size) => chart(lines, metric, size),
  };
}

function chart(lines: readonly Line[], metric: EpochMetric, size: Size): Safe {
  const { left, right, top, bottom } = linesArea(size);
  const curves = lines.map(({ name, point }) => ({
    name,
    point,
    curve: spreadOver(curveOf(point, metric), MAX_DOTS),
  }));
  const drawn = curves.filter(({ curve }) => curve.length > 0);
  const all = drawn.flatMap(({ curve }) => curve);
  return linesChart(
    {
      title: `${metricTitle(metric)} by epoch`,
      desc: `${plural(drawn.length, "line")}; at the end ${drawn
        .slice(0, 8)
        .map(({ name, curve }) => `${shorten(name, 40)} ${formatMetric(metric, curve.at(-1)?.value)}`)
        .join(", ")}.`,
      x: numberAxis({
        label: "epoch",
        values: all.map(({ epoch }) => epoch),
        range: [left + 6, right - 6],
        gap: 30,
        even: true,
      }),
      y: metricAxis({ metric, values: all.map(({ value }) => value), range: [bottom - 8, top + 4], gap: 26 }),
      lines: drawn.map(({ name, point, curve }) => ({
        name,
        ink: colorClass(point.color),
        point: point.index,
        dots: curve.map(({ epoch, value, n }) => ({
          x: epoch,
          y: value,
          label: `${shorten(name, 60)}, epoch ${epoch}: ${formatMetric(metric, value)}, n = ${n}`,
          trouble: false,
        })),
      })),
    },
    size,
  );
}
