import { isScoreMetric, metricOf, scoreMetricName } from "@actbench/core/internal";
import { colorClass } from "../../charts/color-class.js";
import { linesArea, linesChart } from "../../charts/lines-chart.js";
import { metricAxis } from "../../charts/metric-axis.js";
import { numberAxis } from "../../charts/number-axis.js";
import { bothSizes, type Size } from "../../charts/sizes.js";
import type { DrawnChart } from "../../figure/drawn-chart.js";
import { formatMetric, plural, shorten } from "../../format/format.js";
import { html, type Safe } from "../../html/html.js";
import { curveValue } from "../../metrics/curve-value.js";
import { type EpochMetric, metricTitle } from "../../metrics/metric-name.js";
import { type EpochMean, meanCurve } from "../../view/mean-curve.js";
import type { PageView } from "../../view/page-view.js";
import type { PointView } from "../../view/point-view.js";
import { spreadOver } from "../../view/spread-over.js";
import { chartFigure } from "../chart-figure.js";
import { type CurveLine, curveLines } from "./curve-lines.js";
import { curvesTable } from "./curves-table.js";

const MAX_DOTS = 24;

/**
 * What can be toggled: the metric, the same on training examples, and both losses where they were measured.
 */
function metricsOf(metric: EpochMetric, lines: readonly CurveLine[]): readonly EpochMetric[] {
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

export interface CurvesOverlay {
  /** Begins the fragments of its charts. */
  readonly prefix: string;
  /** What the lines are. */
  readonly legend: string;
  readonly lines: readonly CurveLine[];
  readonly metric: EpochMetric;
}

/** One chart of curves, and a choice of what is drawn. */
export function curvesOverlay({ prefix, legend, lines, metric }: CurvesOverlay): Safe | false {
  const metrics = metricsOf(metric, lines);
  if (lines.length === 0 || metrics.length === 0) return false;
  const group = `${prefix}curves-metric`;
  const choices = metrics.map((one, i) => {
    const id = `${group}-${i}`;
    return html`<input type="radio" name="${group}" id="${id}"${i === 0 && html` checked`}><label for="${id}">${metricTitle(one)}</label>`;
  });
  const charts = metrics.map((one, i) =>
    chartFigure({
      id: `${prefix}curves-by-epoch${i === 0 ? "" : `-${i}`}`,
      title: `${metricTitle(one)} by epoch`,
      kind: `at-${i}`,
      body: html`${bothSizes((size) => chart(lines, one, size))}${curvesTable(lines, one)}`,
    }),
  );
  return html`<fieldset class="choice"><legend>${legend}</legend>${choices}${charts}</fieldset>`;
}

/** One line for each activation at its own best, of one metric; undefined where nothing has a curve. */
export function bestCurves(view: PageView, metric: EpochMetric): DrawnChart | undefined {
  const lines = curveLines(view);
  if (lines.every(({ point }) => curveOf(point, metric).length < 2)) return undefined;
  return {
    title: `${metricTitle(metric)} by epoch`,
    marks: `mean ${metricTitle(metric)} of each activation's best configuration`,
    draw: (size) => chart(lines, metric, size),
  };
}

function chart(lines: readonly CurveLine[], metric: EpochMetric, size: Size): Safe {
  const { left, right, top, bottom } = linesArea(size);
  const curves = lines.map(({ point, ...line }) => ({
    ...line,
    color: point.color,
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
      lines: drawn.map(({ name, color, place, dash = "", curve }) => ({
        name,
        ink: `${colorClass(color)}${dash}`,
        ...(place === undefined ? {} : { point: place }),
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
