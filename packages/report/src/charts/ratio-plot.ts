import { scaleLinear } from "d3-scale";
import { formatNumber } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import type { Interval } from "../stats/interval.js";
import { estimateMarks } from "./estimate-marks.js";
import { drawing } from "./figure.js";
import { fitText, textWidth } from "./fit-text.js";
import { px } from "./px.js";

export interface RatioRow {
  readonly label: string;
  readonly ratio: number;
  readonly interval: Interval;
  /** The numbers at the end of the line. */
  readonly numbers: string;
  readonly color: number;
}

export interface RatioPlot {
  readonly title: string;
  readonly rows: readonly RatioRow[];
  /** Ratios nearer to 1 than this share say nothing. */
  readonly floor: number;
}

const WIDTH = 340;
const [LEFT, RIGHT] = [12, WIDTH - 12];
const TOP = 4;
const ROW = 34;
const FONT = 10.5;

/** Ratios to a baseline, a line each: median and interval over the noise floor's band around 1. */
export function ratioPlot({ title, rows, floor }: RatioPlot): Safe {
  const ends = rows
    .flatMap(({ ratio, interval: { low, high } }) => [ratio, low, high])
    .filter(Number.isFinite);
  const scale = scaleLinear()
    .domain([Math.min(1 - floor, ...ends), Math.max(1 + floor, ...ends)])
    .range([LEFT + 6, RIGHT - 6])
    .nice(5);
  const at = (ratio: number): number => px(Math.min(RIGHT, Math.max(LEFT, scale(ratio))));
  const bottom = TOP + rows.length * ROW + 6;
  const grid = scale
    .ticks(5)
    .map(
      (tick) =>
        html`<line class="${tick === 1 ? "zero" : "grid"}" x1="${at(tick)}" x2="${at(tick)}" y1="${TOP}" y2="${bottom}"/><text x="${at(tick)}" y="${bottom + 13}" text-anchor="middle">${formatNumber(tick)}×</text>`,
    );
  const lines = rows.map(({ label, ratio, interval, numbers, color }, i) => {
    const [words, middle] = [TOP + i * ROW + 13, TOP + i * ROW + 24];
    const room = RIGHT - LEFT - textWidth(`${numbers}  `, FONT);
    return html`<text class="strong" x="${LEFT}" y="${words}">${fitText(label, room, FONT)}</text><text x="${RIGHT}" y="${words}" text-anchor="end">${numbers}</text>${estimateMarks({ at, middle, color, estimate: { mean: ratio, ...interval } })}`;
  });
  return drawing({
    width: WIDTH,
    height: bottom + 18,
    title,
    desc: `${rows.map(({ label, numbers }) => `${label} ${numbers}`).join("; ")}.`,
    marks: html`<rect class="band" x="${at(1 - floor)}" y="${TOP}" width="${px(at(1 + floor) - at(1 - floor))}" height="${bottom - TOP}"/>${grid}${lines}`,
  });
}
