import { formatMetric } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { type EpochMetric, metricTitle } from "../metrics/metric-name.js";
import { areaPath } from "./area-path.js";
import { colorClass } from "./color-class.js";
import { drawing } from "./figure.js";
import { type MetricScale, metricScale } from "./metric-scale.js";
import { linePath } from "./path.js";
import { px } from "./px.js";

/** Values by epoch, the earliest first. */
export type Curve = readonly { readonly epoch: number; readonly value: number }[];

export interface SeedCurve {
  readonly curve: Curve;
  /** The position of the trial on the page, and its text for hover, focus and screen readers. */
  readonly href: string;
  readonly label: string;
  /** Whether the curve ends because the trial diverged. */
  readonly diverged: boolean;
}

export interface CurveChart {
  readonly title: string;
  readonly metric: EpochMetric;
  readonly seeds: readonly SeedCurve[];
  readonly mean: readonly (Curve[number] & { readonly low?: number; readonly high?: number })[];
  /** The mean on the training examples, where another subset is shown. */
  readonly train: Curve;
  /** A mean to compare with, for example the best point's. */
  readonly reference: Curve;
  /** Axes shared by all charts that stand together. */
  readonly axes: CurveAxes;
  readonly color: number;
}

export interface CurveAxes {
  readonly y: MetricScale;
  readonly lastEpoch: number;
}

const WIDTH = 280;
const HEIGHT = 156;
const LEFT = 40;
const RIGHT = WIDTH - 10;
const TOP = 8;
const BOTTOM = HEIGHT - 22;

/** Axes that hold every value of several charts. */
export function curveAxes(metric: EpochMetric, values: readonly number[], lastEpoch: number): CurveAxes {
  return {
    y: metricScale({ metric, values, range: [BOTTOM, TOP], gap: 18 }),
    lastEpoch: Math.max(1, lastEpoch),
  };
}

function epochTicks(last: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((s) => last / s <= 6) ?? Math.ceil(last / 5);
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step);
}

function axes({ y, lastEpoch }: CurveAxes, x: (epoch: number) => number): Safe {
  const rows = y.ticks.map(
    ({ at, label }) =>
      html`<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${px(at)}" y2="${px(at)}"/><text x="${LEFT - 5}" y="${px(at + 3.5)}" text-anchor="end">${label.replace(" ", "")}</text>`,
  );
  const columns = epochTicks(lastEpoch).map(
    (epoch) => html`<text x="${px(x(epoch))}" y="${BOTTOM + 14}" text-anchor="middle">${epoch}</text>`,
  );
  return html`${rows}<line class="axis" x1="${LEFT}" x2="${RIGHT}" y1="${BOTTOM}" y2="${BOTTOM}"/>${columns}`;
}

/**
 * Learning curves of one point: every seed thin, the mean thick in its band, a cross where a seed diverged.
 */
export function curveChart(chart: CurveChart): Safe {
  const { y, lastEpoch } = chart.axes;
  const x = (epoch: number): number => LEFT + ((RIGHT - LEFT) * epoch) / lastEpoch;
  const path = (curve: Curve): string => linePath(curve.map(({ epoch, value }) => [x(epoch), y.at(value)]));
  const draw = (curve: Curve, kind: string): Safe | false =>
    curve.length > 1 && html`<path class="${kind}" d="${path(curve)}"/>`;
  const inside = (value: number): number => Math.min(BOTTOM, Math.max(TOP, y.at(value)));
  const band = areaPath(
    chart.mean.flatMap(({ epoch, low, high }) =>
      low === undefined || high === undefined ? [] : { x: x(epoch), low: inside(low), high: inside(high) },
    ),
  );
  const seeds = chart.seeds.map(
    ({ curve, href, label }) =>
      curve.length > 1 &&
      html`<a href="${href}" tabindex="-1" aria-label="${label}">${draw(curve, "seed")}</a>`,
  );
  const crosses = chart.seeds.flatMap(({ curve, diverged }) => {
    const last = curve.at(-1);
    if (!diverged || last === undefined) return [];
    const [cx, cy] = [px(x(last.epoch)), px(y.at(last.value))];
    return html`<path class="cross" d="M${cx - 4},${cy - 4}l8,8m0,-8l-8,8"/>`;
  });
  const end = chart.mean.at(-1);
  const dot =
    end && html`<circle class="mean" cx="${px(x(end.epoch))}" cy="${px(y.at(end.value))}" r="3.5"/>`;
  const outcome = end ? `The mean ends at ${formatMetric(chart.metric, end.value)}.` : "No seed completed.";
  return drawing({
    width: WIDTH,
    height: HEIGHT,
    title: `${metricTitle(chart.metric)} by epoch: ${chart.title}`,
    interactive: true,
    desc: `${chart.seeds.length} seeds. ${outcome}`,
    marks: html`${axes(chart.axes, x)}${draw(chart.reference, "reference")}<g class="${colorClass(chart.color)}">${draw(chart.train, "train")}${band !== "" && html`<path class="band-fill" d="${band}"/>`}${seeds}${draw(chart.mean, "mean-line")}${dot}</g>${crosses}`,
  });
}
