import { html, type Safe } from "../html/html.js";
import type { ChartAxis } from "./chart-axis.js";
import { colorClass } from "./color-class.js";
import { drawing } from "./figure.js";
import { type Area, plotFrame } from "./plot-frame.js";
import { px } from "./px.js";
import { NARROW_WIDTH, type Size } from "./sizes.js";

/** A dot that says what it is. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  /** Ends of the interval of y. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly color: number;
  readonly point: number;
  /** What hover, focus and a screen reader get. */
  readonly label: string;
  /** Whether it is only outlined: something is wrong with it. */
  readonly hollow?: boolean;
}

export interface ScatterChart {
  readonly title: string;
  readonly desc: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly dots: readonly Dot[];
  /** Corners of a line drawn below the dots, by value. */
  readonly front?: readonly (readonly [x: number, y: number])[];
}

const SIZES: Readonly<Record<Size, { readonly width: number; readonly height: number }>> = {
  wide: { width: 560, height: 300 },
  narrow: { width: NARROW_WIDTH, height: 260 },
};

/** Where the marks of a scatter chart stand: what its axes' ranges are made from. */
export function scatterArea(size: Size): Area {
  const { width, height } = SIZES[size];
  return { left: 48, right: width - 14, top: 24, bottom: height - 36 };
}

/** Two measures against each other, a dot each point; the front is drawn as steps. */
export function scatterChart({ title, desc, x, y, dots, front = [] }: ScatterChart, size: Size): Safe {
  const area = scatterArea(size);
  const inside = (at: number): number => Math.min(area.bottom, Math.max(area.top, at));
  const [first, ...rest] = front.map(([a, b]) => [px(x.at(a)), px(y.at(b))] as const);
  const steps = first && `M${first.join()}${rest.map(([cx, cy]) => `V${cy}H${cx}`).join("")}`;
  const bars = dots.map(({ x: at, low, high, color, point }) =>
    low === undefined || high === undefined
      ? false
      : html`<line class="bar ${colorClass(color)}" data-p="${point}" x1="${px(x.at(at))}" x2="${px(x.at(at))}" y1="${px(inside(y.at(low)))}" y2="${px(inside(y.at(high)))}"/>`,
  );
  const marks = dots.map(
    (dot, i) =>
      html`<circle class="${dot.hollow === true ? "hollow" : "mean"} ${colorClass(dot.color)}" data-p="${dot.point}" tabindex="${i === 0 ? 0 : -1}" role="img" aria-label="${dot.label}" cx="${px(x.at(dot.x))}" cy="${px(y.at(dot.y))}" r="4.5"/>`,
  );
  return drawing({
    ...SIZES[size],
    title,
    desc,
    interactive: true,
    marks: html`${plotFrame(area, x, y)}${steps !== undefined && html`<path class="front" d="${steps}"/>`}${bars}${marks}`,
  });
}
