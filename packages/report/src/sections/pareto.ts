import { metricAxis } from "../charts/metric-axis.js";
import { numberAxis } from "../charts/number-axis.js";
import { type Dot, scatterArea, scatterChart } from "../charts/scatter-chart.js";
import type { Size } from "../charts/sizes.js";
import type { DrawnChart } from "../figure/drawn-chart.js";
import { formatMetric, plural, shorten } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import { formatNanoseconds } from "../format/format-speed.js";
import { html, type Safe } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
import { isOfNumbers, withinBounds } from "../metrics/within-bounds.js";
import { pointStepTimes, type StepTime } from "../speed/point-step-times.js";
import { type Candidate, paretoFront } from "../view/pareto-front.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { spreadOver } from "../view/spread-over.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { tableBehind } from "./table-behind.js";
import { halfFigure } from "./wide-figure.js";

const MAX_DOTS = 200;
const MICRO = 1e-3;

interface Measured extends Candidate<PointView> {
  readonly time: StepTime;
}

/**
 * Points with a value of the metric and a step time that was measured alone; x is updates per second, so more
 * is better.
 */
function measured(view: RunView): readonly Measured[] {
  if (view.speed === undefined) return [];
  const times = pointStepTimes(view.study.points, view.speed, view.confidence);
  return view.ranked.flatMap((item) => {
    const [time, y] = [times.get(item.index), item.estimate(view.metric)?.mean];
    return time === undefined || y === undefined
      ? []
      : { item, time, x: 1 / time.p50_ns, y: view.metricSign * y };
  });
}

function timeWords({ p50_ns, interval }: StepTime): string {
  return `${formatNanoseconds(p50_ns)} [${formatNanoseconds(interval.low)}, ${formatNanoseconds(interval.high)}]`;
}

function dotOf(view: RunView, { item, time }: Measured): Dot {
  const { mean = 0, low, high } = item.estimate(view.metric) ?? {};
  return {
    x: time.p50_ns * MICRO,
    y: mean,
    low,
    high,
    color: item.color,
    point: item.index,
    label: `${shorten(item.configuration.label, 80)}: ${formatEstimate(view.metric, item.estimate(view.metric))}; ${timeWords(time)}`,
    hollow: item.diverged > 0,
  };
}

function table(view: RunView, front: readonly Measured[], all: readonly Measured[]): Safe {
  const best = new Set(front.map(({ item }) => item));
  return tableBehind({
    summary: `Table of ${metricTitle(view.metric)} and time of an update`,
    heads: ["configuration", "on the front", metricTitle(view.metric), "time of one update"],
    rows: all.map(({ item, time }) => [
      name(item.configuration.label),
      best.has(item) ? "yes" : "no",
      formatEstimate(view.metric, item.estimate(view.metric)),
      timeWords(time),
    ]),
  });
}

/** What is drawn of all that was measured: the front, and an even sample of the rest. */
function picked(all: readonly Measured[]) {
  // A point with a diverged seed is never a good trade-off, whatever its speed.
  const front = paretoFront(all.filter(({ item }) => item.diverged === 0));
  return { front, shown: [...new Set([...spreadOver(all, MAX_DOTS), ...front])] };
}

/** The chart of this section alone; undefined where isolated timing was not run. */
export function paretoChart(view: RunView): DrawnChart | undefined {
  const all = measured(view);
  return all.length === 0 ? undefined : chartOf(view, all);
}

function chartOf(view: RunView, all: readonly Measured[]): DrawnChart {
  const { front, shown } = picked(all);
  const dots = shown.map((one) => dotOf(view, one));
  const values = dots.map(({ y }) => y);
  const ends = dots.flatMap(({ y, low = y, high = y }) =>
    [low, high].map((end) => withinBounds(view.metric, end)),
  );
  const title = `${metricTitle(view.metric)} against time per update`;
  const draw = (size: Size): Safe => {
    const { left, right, top, bottom } = scatterArea(size);
    return scatterChart(
      {
        title,
        desc: `${plural(dots.length, "configuration")}; on the front: ${
          front
            .slice(0, 5)
            .map(({ item }) => shorten(item.configuration.label, 40))
            .join("; ") || "none"
        }.`,
        x: numberAxis({
          label: "time of one update, µs",
          values: dots.map((dot) => dot.x),
          range: [left + 8, right - 8],
          gap: 48,
        }),
        y: metricAxis({ metric: view.metric, values, ends, range: [bottom - 6, top + 6], gap: 26 }),
        dots,
        front: front
          .toReversed()
          .map(({ item, time }) => [time.p50_ns * MICRO, item.estimate(view.metric)?.mean ?? 0]),
      },
      size,
    );
  };
  return {
    title,
    hasIntervals: true,
    draw,
    marks: `${metricTitle(view.metric)} against the time of one update, measured alone; dashed: Pareto front`,
  };
}

/** What accuracy costs: the points that no other beats in both accuracy and speed. */
export const paretoSection: Section = {
  id: "pareto",
  title: "Accuracy against cost",
  titleOf: ({ metric }) => (isOfNumbers(metric) ? "Error against cost" : "Accuracy against cost"),
  render(view) {
    const all = measured(view);
    if (all.length === 0)
      return {
        absent: "Isolated timing was not run; throughput under the load of a sweep is not comparable.",
        yaml: "measure: { speed: true }",
      };
    const { front, shown } = picked(all);
    const chart = chartOf(view, all);
    const items = front.map(
      ({ item, time }) =>
        html`<li data-p="${item.index}">${name(item.configuration.label)} <small>${formatMetric(view.metric, item.estimate(view.metric)?.mean)}, ${formatNanoseconds(time.p50_ns)}</small>`,
    );
    return html`<p class="note">A dot is a configuration, bar: confidence interval of ${metricTitle(view.metric)}; hollow: a seed diverged. The line is the Pareto front: no other configuration is both better and faster. Times are those of the isolated timing.${shown.length < all.length && ` Shown are ${shown.length} of ${all.length}, evenly over the ranking, and the whole front.`}</p>
<div class="pair">${halfFigure({ title: chart.title, draw: chart.draw })}<div><h3>On the front, fastest first</h3><ol class="names">${items}</ol></div></div>
${table(view, front, shown)}`;
  },
};
