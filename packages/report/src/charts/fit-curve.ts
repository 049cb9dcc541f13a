import { html, type Safe } from "../html/html.js";
import { drawing } from "./figure.js";
import { numberAxis } from "./number-axis.js";
import { linePath } from "./path.js";
import { type Area, plotFrame } from "./plot-frame.js";
import { px } from "./px.js";

/** A number against another. */
export type Pair = readonly [x: number, y: number];

export interface FitCurve {
  readonly title: string;
  readonly desc: string;
  /** The names of the input and of the target. */
  readonly names: readonly [x: string, y: string];
  /** What a network predicts over the input. */
  readonly curve: readonly Pair[];
  /** Rows of the data. */
  readonly rows: readonly Pair[];
  /** Ends of the inputs it was trained on. */
  readonly trained: Pair;
  /** Ends of the axis of the target: those of the data, so that all curves share it. */
  readonly range: Pair;
  /** The class of its color. */
  readonly ink: string;
}

const WIDTH = 300;
const HEIGHT = 190;
const AREA: Area = { left: 40, right: WIDTH - 8, top: 22, bottom: HEIGHT - 34 };

/**
 * A function of one input as a network predicts it, over rows of the data; gray beside the inputs that it was
 * trained on.
 */
export function fitCurve({ title, desc, names, curve, rows, trained, range, ink }: FitCurve): Safe {
  const { left, right, top, bottom } = AREA;
  const x = numberAxis({
    label: names[0],
    values: curve.map(([at]) => at),
    range: [left, right],
    gap: 34,
    even: true,
  });
  const y = numberAxis({
    label: names[1],
    values: between(range),
    range: [bottom, top],
    gap: 22,
    even: true,
  });
  const inside = (at: number): number => Math.min(bottom, Math.max(top, at));
  const [from, to] = trained.map((end) => px(Math.min(right, Math.max(left, x.at(end)))));
  const beyond = [
    [left, from ?? left],
    [to ?? right, right],
  ]
    .filter(([a = 0, b = 0]) => b - a > 1)
    .map(
      ([a = 0, b = 0]) =>
        html`<rect class="beyond" x="${a}" y="${top}" width="${px(b - a)}" height="${bottom - top}"/>`,
    );
  const dots = rows.map(([a, b]) => `M${px(x.at(a))},${px(inside(y.at(b)))}h0`).join("");
  const line = linePath(curve.map(([a, b]) => [x.at(a), inside(y.at(b))]));
  return drawing({
    width: WIDTH,
    height: HEIGHT,
    title,
    desc,
    marks: html`${beyond}${plotFrame(AREA, x, y)}<path class="fit-rows" d="${dots}"/><g class="${ink}"><path class="mean-line" d="${line}"/></g>`,
  });
}

/** Numbers from one to another: enough of them for an axis to choose round ticks. */
export function between([low, high]: Pair): readonly number[] {
  return Array.from({ length: 11 }, (_, i) => low + ((high - low) * i) / 10);
}
