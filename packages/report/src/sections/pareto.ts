import { metricAxis } from "../charts/metric-axis.js";
import { type Dot, SCATTER_AREA, scatterChart } from "../charts/scatter-chart.js";
import { formatMetric, plural, shorten } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import { html, type Safe } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
import { type Candidate, paretoFront } from "../view/pareto-front.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { spreadOver } from "../view/spread-over.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { statusWords } from "./status-words.js";
import { tableBehind } from "./table-behind.js";
import { wideFigure } from "./wide-figure.js";

const SPEED = "samples_per_s";
const MAX_DOTS = 200;

type Measured = Candidate<PointView>;

function measured(view: RunView): readonly Measured[] {
  return view.ranked.flatMap((item) => {
    const [x, y] = [item.estimate(SPEED)?.mean, item.estimate(view.metric)?.mean];
    return x === undefined || y === undefined ? [] : { item, x, y: view.metricSign * y };
  });
}

function words(view: RunView, point: PointView): string {
  return `${shorten(point.configuration.label, 80)}: ${formatEstimate(view.metric, point.estimate(view.metric))}; ${formatMetric(SPEED, point.estimate(SPEED)?.mean)} (${statusWords(point)})`;
}

function dotOf(view: RunView, { item, x }: Measured): Dot {
  const { mean = 0, low, high } = item.estimate(view.metric) ?? {};
  return {
    x,
    y: mean,
    low,
    high,
    color: item.color,
    point: item.index,
    label: words(view, item),
    hollow: item.diverged > 0,
  };
}

function table(view: RunView, front: readonly Measured[], all: readonly Measured[]): Safe {
  const best = new Set(front.map(({ item }) => item));
  return tableBehind({
    summary: `Table of ${metricTitle(view.metric)} and throughput`,
    heads: ["point", "on the front", metricTitle(view.metric), metricTitle(SPEED)],
    rows: all.map(({ item }) => [
      name(item.configuration.label),
      best.has(item) ? "yes" : "no",
      formatEstimate(view.metric, item.estimate(view.metric)),
      formatEstimate(SPEED, item.estimate(SPEED)),
    ]),
  });
}

/** What accuracy costs: the points that no other beats in both accuracy and speed. */
export const paretoSection: Section = {
  id: "pareto",
  title: "Accuracy and speed",
  render(view) {
    const all = measured(view);
    if (all.length === 0)
      return { absent: "No completed trial has both a value of the metric and a throughput." };
    // A point with a diverged seed is never a good trade-off, whatever its speed.
    const front = paretoFront(all.filter(({ item }) => item.diverged === 0));
    const shown = [...new Set([...spreadOver(all, MAX_DOTS), ...front])];
    const dots = shown.map((one) => dotOf(view, one));
    const { left, right, top, bottom } = SCATTER_AREA;
    const x = metricAxis({
      metric: SPEED,
      values: dots.map((dot) => dot.x),
      range: [left + 8, right - 8],
      gap: 56,
    });
    const y = metricAxis({
      metric: view.metric,
      values: dots.map((dot) => dot.y),
      range: [bottom - 6, top + 6],
      gap: 26,
    });
    const chart = scatterChart({
      title: `${metricTitle(view.metric)} by ${metricTitle(SPEED)}`,
      desc: `${plural(dots.length, "point")}; on the front: ${
        front
          .slice(0, 5)
          .map(({ item }) => shorten(item.configuration.label, 40))
          .join("; ") || "none"
      }.`,
      x,
      y,
      dots,
      front: front.map(({ item, x: speed }) => [speed, item.estimate(view.metric)?.mean ?? 0]),
    });
    const items = front.map(
      ({ item }) =>
        html`<li data-p="${item.index}">${name(item.configuration.label)} <small>${formatMetric(view.metric, item.estimate(view.metric)?.mean)}, ${formatMetric(SPEED, item.estimate(SPEED)?.mean)}</small>`,
    );
    return html`<p class="note">A dot is a point, its bar the interval over seeds; hollow: a seed diverged. The line is the Pareto front: no other point is both better and faster. Throughput was measured while all workers were busy: differences of a few percent are noise, and the speed lane below is what ranks. ${y.note}${shown.length < all.length && ` Shown are ${dots.length} of ${all.length} points, evenly over the ranking, and the whole front.`}</p>
<div class="pair">${wideFigure({ title: `${metricTitle(view.metric)} against throughput`, body: chart })}<div><h3>On the front, fastest first</h3><ol class="names">${items}</ol></div></div>
${table(view, front, shown)}`;
  },
};
