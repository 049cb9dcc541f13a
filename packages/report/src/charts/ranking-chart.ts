import { formatEstimate } from "../format/format-estimate.js";
import { html, type Safe } from "../html/html.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import type { Estimate } from "../stats/t-interval.js";
import { estimateMarks } from "./estimate-marks.js";
import { drawing } from "./figure.js";
import { fitText } from "./fit-text.js";
import { metricScale } from "./metric-scale.js";
import { px } from "./px.js";

/** One point of the chart: its label, its seeds' values, their mean with interval. */
export interface RankingRow {
  readonly label: string;
  readonly values: readonly number[];
  readonly estimate: Estimate | undefined;
  readonly color: number;
}

const WIDTH = 640;
const LEFT = 12;
const RIGHT = WIDTH - 12;
const TOP = 4;
const ROW = 34;
const FONT = 10.5;

/** Points one below the other: every seed a tick, the mean a dot on its interval, the numbers beside. */
export function rankingChart(metric: MetricName, rows: readonly RankingRow[]): Safe {
  const shown = rows.flatMap(({ values }) => values);
  const scale = metricScale({ metric, values: shown, range: [LEFT, RIGHT], gap: 60 });
  const bottom = TOP + rows.length * ROW + 6;
  const grid = scale.ticks.map(
    ({ at, label }) =>
      html`<line class="grid" x1="${px(at)}" x2="${px(at)}" y1="${TOP}" y2="${bottom}"/><text x="${px(at)}" y="${bottom + 13}" text-anchor="middle">${label}</text>`,
  );
  const at = (value: number): number => px(Math.min(RIGHT, Math.max(LEFT, scale.at(value))));
  const marks = rows.map(({ label, values, estimate, color }, i) => {
    const y = TOP + i * ROW;
    const middle = y + 24;
    const numbers = formatEstimate(metric, estimate);
    return html`<text class="strong" x="${LEFT}" y="${y + 13}">${fitText(label, 0.6 * WIDTH, FONT)}</text><text class="strong" x="${RIGHT}" y="${y + 13}" text-anchor="end">${numbers}</text>${estimateMarks({ at, middle, color, seeds: values, estimate })}`;
  });
  return drawing({
    width: WIDTH,
    height: bottom + 18,
    title: `Configurations by ${metricTitle(metric)}`,
    desc: `Best first: ${rows[0]?.label ?? "none"}, ${formatEstimate(metric, rows[0]?.estimate)}. ${scale.note}`.trim(),
    marks: html`${grid}${marks}`,
  });
}
