import { metricAxis } from "../../charts/metric-axis.js";
import { type Dot, scatterArea, scatterChart } from "../../charts/scatter-chart.js";
import type { Size } from "../../charts/sizes.js";
import { formatMetric, plural, shorten } from "../../format/format.js";
import { formatEstimate } from "../../format/format-estimate.js";
import { html, type Safe } from "../../html/html.js";
import { type MetricName, metricTitle } from "../../metrics/metric-name.js";
import { withinBounds } from "../../metrics/within-bounds.js";
import type { PointView } from "../../view/point-view.js";
import type { RunView } from "../../view/run-view.js";
import { spreadOver } from "../../view/spread-over.js";
import { name } from "../name.js";
import { tableBehind } from "../table-behind.js";
import { halfFigure } from "../wide-figure.js";

const MAX_DOTS = 200;
const RATES = ["dead_rate", "inactive_rate"] as const satisfies readonly MetricName[];

function dotOf(view: RunView, rate: MetricName, point: PointView): Dot {
  const { mean = 0, low, high } = point.estimate(view.metric) ?? {};
  const x = point.estimate(rate)?.mean ?? 0;
  return {
    x,
    y: mean,
    low,
    high,
    color: point.color,
    point: point.index,
    label: `${shorten(point.configuration.label, 80)}: ${metricTitle(rate)} ${formatMetric(rate, x)}; ${formatEstimate(view.metric, point.estimate(view.metric))}`,
    hollow: point.diverged > 0,
  };
}

function chart(view: RunView, rate: MetricName, points: readonly PointView[]): Safe {
  const dots = points.map((point) => dotOf(view, rate, point));
  const title = `${metricTitle(view.metric)} by ${metricTitle(rate)}`;
  const draw = (size: Size): Safe => {
    const { left, right, top, bottom } = scatterArea(size);
    return scatterChart(
      {
        title,
        desc: plural(dots.length, "configuration"),
        x: metricAxis({
          metric: rate,
          values: dots.map(({ x }) => x),
          range: [left + 8, right - 8],
          gap: 48,
        }),
        y: metricAxis({
          metric: view.metric,
          values: dots.map(({ y }) => y),
          ends: dots.flatMap(({ y, low = y, high = y }) =>
            [low, high].map((end) => withinBounds(view.metric, end)),
          ),
          range: [bottom - 6, top + 6],
          gap: 26,
        }),
        dots,
      },
      size,
    );
  };
  return halfFigure({ title, draw });
}

/** Whether losing units costs accuracy: a dot each point. */
export function unitsAgainstAccuracy(view: RunView): Safe | false {
  const measured = view.ranked.filter(
    (point) => point.estimate("inactive_rate") !== undefined && point.estimate(view.metric) !== undefined,
  );
  const shown = spreadOver(measured, MAX_DOTS);
  const rates = RATES.filter((rate) => shown.some((point) => (point.estimate(rate)?.mean ?? 0) > 0));
  // Where no unit was lost there is nothing to hold against anything.
  if (rates.length === 0) return false;
  return html`<h3>Against ${metricTitle(view.metric)}</h3>
<p class="note">Dot: a configuration; bar: confidence interval over seeds; hollow: a seed diverged. Correlation here is not causation: the learning rate moves both.${shown.length < measured.length && ` Shown are ${shown.length} of ${measured.length} configurations, evenly over the ranking.`}</p>
<div class="pair">${rates.map((rate) => chart(view, rate, shown))}</div>
${tableBehind({
  summary: `Table of rates and ${metricTitle(view.metric)}`,
  heads: ["configuration", ...RATES.map(metricTitle), metricTitle(view.metric)],
  rows: shown.map((point) => [
    name(point.configuration.label),
    ...RATES.map((rate) => formatEstimate(rate, point.estimate(rate))),
    formatEstimate(view.metric, point.estimate(view.metric)),
  ]),
})}`;
}
