import { html, type Safe } from "../html/html.js";
import { drawing } from "./figure.js";
import { between, type Pair } from "./fit-curve.js";
import { numberAxis } from "./number-axis.js";
import { type Area, plotFrame } from "./plot-frame.js";
import { px } from "./px.js";

export interface FitScatter {
  readonly title: string;
  readonly desc: string;
  readonly names: readonly [x: string, y: string];
  /** True value and prediction of each row, or true value and what is left between them. */
  readonly rows: readonly Pair[];
  /** Ends of both axes. */
  readonly ranges: readonly [x: Pair, y: Pair];
  /** Where a right prediction lies: on the diagonal, or at 0. */
  readonly right: "diagonal" | "zero";
  readonly ink: string;
}

const WIDTH = 260;
const HEIGHT = 210;
const AREA: Area = { left: 44, right: WIDTH - 8, top: 22, bottom: HEIGHT - 34 };

/** Rows by their true value and by their prediction or residual, and the line on which right ones lie. */
export function fitScatter({ title, desc, names, rows, ranges, right, ink }: FitScatter): Safe {
  const { left, right: end, top, bottom } = AREA;
  const [xs, ys] = ranges;
  const x = numberAxis({ label: names[0], values: between(xs), range: [left, end], gap: 40, even: true });
  const y = numberAxis({ label: names[1], values: between(ys), range: [bottom, top], gap: 22, even: true });
  const inside = (at: number): number => Math.min(bottom, Math.max(top, at));
  const dots = rows.map(([a, b]) => `M${px(x.at(a))},${px(inside(y.at(b)))}h0`).join("");
  const [low, high] = xs;
  const line =
    right === "diagonal"
      ? `M${px(x.at(low))},${px(inside(y.at(low)))}L${px(x.at(high))},${px(inside(y.at(high)))}`
      : `M${left},${px(inside(y.at(0)))}H${end}`;
  return drawing({
    width: WIDTH,
    height: HEIGHT,
    title,
    desc,
    marks: html`${plotFrame(AREA, x, y)}<path class="fit-right" d="${line}"/><g class="${ink}"><path class="fit-dots" d="${dots}"/></g>`,
  });
}
