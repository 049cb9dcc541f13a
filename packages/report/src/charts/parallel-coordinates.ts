import { html, type Safe } from "../html/html.js";
import { colorClass } from "./color-class.js";
import { drawing } from "./figure.js";
import { fitName, fitText, textWidth } from "./fit-text.js";
import { px } from "./px.js";
import { NARROW_WIDTH, type Size } from "./sizes.js";

/** One upright axis; places are shares of its height, 0 at the bottom. */
export interface UprightAxis {
  readonly name: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

export interface ParallelLine {
  readonly point: number;
  readonly color: number;
  readonly label: string;
  /** One place per axis; undefined: it has no value there, and runs below the axis. */
  readonly places: readonly (number | undefined)[];
}

export interface ParallelCoordinates {
  readonly title: string;
  readonly desc: string;
  readonly axes: readonly UprightAxis[];
  readonly lines: readonly ParallelLine[];
}

interface Frame {
  readonly width: number;
  readonly left: number;
  readonly right: number;
}
const FRAMES: Readonly<Record<Size, Frame>> = {
  wide: { width: 1000, left: 150, right: 930 },
  narrow: { width: NARROW_WIDTH, left: 92, right: NARROW_WIDTH - 44 },
};
const HEIGHT = 330;
const TOP = 40;
const BOTTOM = HEIGHT - 30;
const MISSING_AT = BOTTOM + 16;
const FONT = 10.5;

/** A share of an axis' height that keeps its two ends clear of the frame. */
const inset = (share: number): number => BOTTOM - 4 - (BOTTOM - TOP - 8) * share;

interface Stand {
  /** Pixels for the words of the first axis. */
  readonly left: number;
  readonly x: number;
  readonly room: number;
  /** Whether words stand left of the axis: on the first, where no line crosses them. */
  readonly first: boolean;
}

/** An axis' name in its room: on two lines where its words do not fit beside each other. */
function headOf(name: string, room: number): readonly Safe[] {
  const line = (words: string, y: number): Safe =>
    html`<text class="strong" x="0" y="${y}" text-anchor="middle">${fitText(words, room, FONT)}</text>`;
  const cut = name.indexOf(" ");
  if (cut < 0 || textWidth(name, FONT) <= room) return [line(name, TOP - 14)];
  return [line(name.slice(0, cut), TOP - 26), line(name.slice(cut + 1), TOP - 14)];
}

function axisOf({ name, ticks }: UprightAxis, { x, room, first, left }: Stand): Safe {
  const beside = first ? html`x="-7" text-anchor="end"` : html`x="7"`;
  const words = ticks.map(
    ({ at, label }) =>
      html`<line class="axis" x1="-3" x2="3" y1="${px(inset(at))}" y2="${px(inset(at))}"/><text ${beside} y="${px(inset(at) + 3.5)}">${fitName(label, first ? left - 10 : room - 16, FONT)}</text>`,
  );
  return html`<g class="brushed-axis" transform="translate(${px(x)},0)" tabindex="0" role="slider" aria-orientation="vertical" aria-label="Brush ${name}: arrow keys move, with Shift they stretch, Escape clears" aria-valuemin="0" aria-valuemax="100" aria-valuenow="0" aria-valuetext="all"><rect class="hit" x="-12" y="${TOP}" width="24" height="${BOTTOM - TOP}"/><line class="axis" y1="${TOP}" y2="${BOTTOM}"/>${words}${headOf(name, room - 6)}</g>`;
}

/** A line for each point through its settings and results; the page's script lets a reader brush the axes. */
export function parallelCoordinates({ title, desc, axes, lines }: ParallelCoordinates, size: Size): Safe {
  const { width, left, right } = FRAMES[size];
  const room = (right - left) / Math.max(1, axes.length - 1);
  const xs = axes.map((_, i) => left + i * room);
  const paths = lines.map(({ point, color, label, places }) => {
    const at = places.map(
      (place, i) => `${px(xs[i] ?? 0)},${px(place === undefined ? MISSING_AT : inset(place))}`,
    );
    return html`<path class="${colorClass(color)}" data-p="${point}" tabindex="-1" role="img" aria-label="${label}" d="M${at.join("L")}"/>`;
  });
  return drawing({
    width,
    height: HEIGHT,
    kind: "parallel",
    title,
    desc,
    interactive: true,
    marks: html`<g class="lines">${paths}</g>${axes.map((axis, i) => axisOf(axis, { x: xs[i] ?? 0, room, first: i === 0, left }))}`,
  });
}
