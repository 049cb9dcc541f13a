import { formatDifference, shorten } from "../format/format.js";
import { formatEffect } from "../format/format-estimate.js";
import { html, type Safe } from "../html/html.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import { differenceWithinBounds, isShare } from "../metrics/within-bounds.js";
import type { PairedDifference } from "../stats/paired-difference.js";
import { effectScale } from "./effect-scale.js";
import { estimateMarks } from "./estimate-marks.js";
import { drawing } from "./figure.js";
import { fitName, fitText, textWidth } from "./fit-text.js";
import type { MetricScale } from "./metric-scale.js";
import { px } from "./px.js";
import { NARROW_WIDTH, type Size } from "./sizes.js";

export interface VerdictRow {
  readonly label: string;
  readonly color: number;
  readonly paired: PairedDifference;
  /** The verdict as a word, and whether it is good news. */
  readonly word: string;
  readonly tone: "good" | "bad" | "note";
}

export interface VerdictPlot {
  readonly title: string;
  readonly metric: MetricName;
  /** 1: right of 0 is better. */
  readonly sign: 1 | -1;
  /** What all rows are compared with. */
  readonly reference: string;
  readonly rows: readonly VerdictRow[];
  /** Differences below this size count as none. */
  readonly margin: number | undefined;
}

interface Layout {
  readonly width: number;
  readonly row: number;
  /** Ends of the plot, and where the interval stands in its row. */
  readonly from: number;
  readonly to: number;
  readonly middle: number;
  readonly most: number;
}

const FONT = 12;
const TOP = 4;
const LAYOUTS: Readonly<Record<Size, Layout>> = {
  wide: { width: 720, row: 27, from: 176, to: 530, middle: 13, most: 12 },
  narrow: { width: NARROW_WIDTH, row: 36, from: 8, to: NARROW_WIDTH - 8, middle: 27, most: 7 },
};

/** The most rows that a plot of a width shows. */
export function verdictRows(size: Size): number {
  return LAYOUTS[size].most;
}

/**
 * Differences from one reference, a line each: interval, seeds and the verdict in words; differences that
 * count as none shaded.
 */
export function verdictPlot(plot: VerdictPlot, size: Size): Safe {
  const layout = LAYOUTS[size];
  const rows = plot.rows.slice(0, layout.most);
  const bottom = TOP + rows.length * layout.row + 4;
  const scale = scaleOf(plot, layout, rows);
  const grid = scale.ticks.map(
    ({ at: x, label }) =>
      html`<line class="${label === "0" ? "zero" : "grid"}" x1="${px(x)}" x2="${px(x)}" y1="${TOP}" y2="${bottom}"/><text x="${px(x)}" y="${bottom + 13}" text-anchor="middle">${label}</text>`,
  );
  const band = plot.margin !== undefined && bandOf(plot.margin, { scale, bottom, ...layout });
  const [left, right] = plot.sign > 0 ? ["worse", "better"] : ["better", "worse"];
  const unit = isShare(plot.metric) ? ", pp" : "";
  const words = plot.rows
    .slice(0, layout.most)
    .map(
      ({ label, paired, word }) =>
        `${shorten(label, 40)} ${formatEffect(plot.metric, paired.difference)}, ${word}`,
    );
  return drawing({
    width: layout.width,
    height: bottom + 34,
    kind: `verdicts ${size}`,
    title: plot.title,
    desc: `${words.join("; ")}.`,
    marks: html`${band}${grid}${rows.map((row, i) => rowMarks(plot, row, { ...layout, scale, y: TOP + i * layout.row, size }))}<text x="${layout.from}" y="${bottom + 29}">← ${left}</text><text x="${layout.to}" y="${bottom + 29}" text-anchor="end">${right} →</text><text class="strong" x="${(layout.from + layout.to) / 2}" y="${bottom + 29}" text-anchor="middle">${axisWords(plot, layout, unit)}</text>`,
  });
}

function axisWords({ metric, reference }: VerdictPlot, { from, to }: Layout, unit: string): string {
  const room = to - from - 110;
  const whole = `${metricTitle(metric)} − ${reference}'s${unit}`;
  return textWidth(whole, 11) <= room ? whole : fitText(`${metricTitle(metric)}${unit}`, room, 11);
}

function scaleOf(
  { metric, margin }: VerdictPlot,
  { from, to }: Layout,
  rows: readonly VerdictRow[],
): MetricScale {
  const ends = rows.flatMap(({ paired: { difference, differences } }) => [
    ...differences,
    ...(difference?.low === undefined ? [] : [difference.low]),
    ...(difference?.high === undefined ? [] : [difference.high]),
  ]);
  const values = ends.map((end) => differenceWithinBounds(metric, end));
  const margins = margin === undefined ? [] : [margin, -margin];
  return effectScale({ metric, values: [...values, ...margins], range: [from + 4, to - 4], gap: 34 });
}

interface Band extends Layout {
  readonly scale: MetricScale;
  readonly bottom: number;
}

function bandOf(margin: number, { scale, bottom }: Band): Safe {
  const [from, to] = [scale.at(-margin), scale.at(margin)];
  return html`<rect class="band" x="${px(from)}" y="${TOP}" width="${px(to - from)}" height="${bottom - TOP}"/>`;
}

interface Place extends Layout {
  readonly scale: MetricScale;
  readonly y: number;
  readonly size: Size;
}

function rowMarks(
  plot: VerdictPlot,
  row: VerdictRow,
  { scale, y, from, to, middle, width, size }: Place,
): Safe {
  const { label, color, paired, word, tone } = row;
  const at = (value: number): number => px(Math.min(to, Math.max(from, scale.at(value))));
  const { difference, differences } = paired;
  const marks = estimateMarks({ at, middle: y + middle, color, seeds: differences, estimate: difference });
  const verdict = html`<text class="verdict-word tone-${tone}" x="${width - 2}" y="${y + (size === "wide" ? middle + 4 : 13)}" text-anchor="end">${word}</text>`;
  if (size === "narrow") {
    const room = width - textWidth(word, FONT) - 18;
    return html`<text class="strong" x="2" y="${y + 13}">${fitName(label, room, FONT)}</text>${verdict}${marks}`;
  }
  const numbers =
    difference !== undefined &&
    html`<text x="${to + 10}" y="${y + middle + 4}">${formatDifference(plot.metric, difference.mean)}</text>`;
  return html`<text class="strong" x="2" y="${y + middle + 4}">${fitName(label, from - 12, FONT)}</text>${marks}${numbers}${verdict}`;
}
