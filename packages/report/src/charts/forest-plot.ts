import { shorten } from "../format/format.js";
import { formatEffect } from "../format/format-estimate.js";
import { html, type Safe } from "../html/html.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import type { PairedDifference } from "../stats/paired-difference.js";
import { effectScale } from "./effect-scale.js";
import { estimateMarks } from "./estimate-marks.js";
import { drawing } from "./figure.js";
import { fitText, textWidth } from "./fit-text.js";
import type { MetricScale } from "./metric-scale.js";
import { px } from "./px.js";

export interface ForestRow {
  readonly label: string;
  readonly paired: PairedDifference;
  readonly color: number;
}

export interface ForestPlot {
  readonly title: string;
  readonly metric: MetricName;
  readonly rows: readonly ForestRow[];
  readonly scale: MetricScale;
  /** Differences below this size count as equivalent. */
  readonly margin?: number;
}

const WIDTH = 340;
const LEFT = 12;
const RIGHT = WIDTH - 12;
const TOP = 4;

/** An axis that several forest plots share. */
export function forestScale(metric: MetricName, values: readonly number[]): MetricScale {
  return effectScale({ metric, values, range: [LEFT, RIGHT], gap: 34 });
}

const FONT = 10.5;
const numbersOf = ({ metric }: ForestPlot, { difference }: PairedDifference): string =>
  formatEffect(metric, difference).replace(" pp", "").replace(", n = ", " n ");

/** Labels share their line with the numbers where all fit; else each gets its own line. */
function lineHeight(plot: ForestPlot): number {
  const crowded = plot.rows.some(
    ({ label, paired }) =>
      label.length > 60 || textWidth(`${label} ${numbersOf(plot, paired)}`, FONT) > RIGHT - LEFT,
  );
  return crowded ? 50 : 36;
}

interface RowPlace {
  readonly y: number;
  /** Whether label and numbers are on separate lines. */
  readonly long: boolean;
}

function row(plot: ForestPlot, { label, paired, color }: ForestRow, place: RowPlace): Safe {
  const { y, long } = place;
  const { difference, differences } = paired;
  const at = (value: number): number => px(Math.min(RIGHT, Math.max(LEFT, plot.scale.at(value))));
  const middle = y + (long ? 39 : 25);
  const numbers = numbersOf(plot, paired);
  const words = long
    ? html`<text class="strong" x="${LEFT}" y="${y + 13}">${fitText(label, RIGHT - LEFT, FONT)}</text><text x="${LEFT}" y="${y + 27}">${numbers}</text>`
    : html`<text class="strong" x="${LEFT}" y="${y + 13}">${label}</text><text class="strong" x="${RIGHT}" y="${y + 13}" text-anchor="end">${numbers}</text>`;
  return html`${words}${estimateMarks({ at, middle, color, seeds: differences, estimate: difference })}`;
}

/** Differences from a baseline: one line each, its interval and every seed. */
export function forestPlot(plot: ForestPlot): Safe {
  const height = lineHeight(plot);
  const bottom = TOP + plot.rows.length * height + 6;
  const { at, ticks } = plot.scale;
  const grid = ticks.map(
    ({ at: x, label }) =>
      html`<line class="${label === "0" ? "zero" : "grid"}" x1="${px(x)}" x2="${px(x)}" y1="${TOP}" y2="${bottom}"/><text x="${px(x)}" y="${bottom + 13}" text-anchor="middle">${label}</text>`,
  );
  const band =
    plot.margin !== undefined &&
    html`<rect class="band" x="${px(at(-plot.margin))}" y="${TOP}" width="${px(at(plot.margin) - at(-plot.margin))}" height="${bottom - TOP}"/>`;
  const words = plot.rows
    .slice(0, 12)
    .map(({ label, paired }) => `${shorten(label, 40)} ${formatEffect(plot.metric, paired.difference)}`);
  return drawing({
    width: WIDTH,
    height: bottom + 18,
    title: `Differences in ${metricTitle(plot.metric)}: ${plot.title}`,
    desc: `${words.join("; ")}.`,
    marks: html`${band}${grid}${plot.rows.map((r, i) => row(plot, r, { y: TOP + i * height, long: height > 36 }))}`,
  });
}
