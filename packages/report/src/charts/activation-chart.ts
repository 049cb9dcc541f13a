import type { ClosedInterval } from "@actbench/core/internal";
import { scaleLinear } from "d3-scale";
import { formatNumber } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { colorClass } from "./color-class.js";
import { drawing } from "./figure.js";
import { linePath, type Position } from "./path.js";
import { px } from "./px.js";
import { sampleFunction } from "./sample-function.js";

export interface ActivationChart {
  readonly title: string;
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
  readonly zeroSlope: readonly ClosedInterval[];
  readonly color: number;
}

const WIDTH = 280;
const HEIGHT = 190;
const LEFT = 26;
const RIGHT = WIDTH - 10;
const TOP = 8;
const BOTTOM = HEIGHT - 20;
const REACH = 4;
// What the usual activations need on [−4, 4]; a formula that needs more gets up to TALLEST, and leaves the
// frame there.
const USUAL: readonly [number, number] = [-1.5, 4];
const TALLEST = 12;

function range(values: readonly number[]): readonly [number, number] {
  let [low, high] = USUAL;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.max(-TALLEST, Math.min(low, value));
    high = Math.min(TALLEST, Math.max(high, value));
  }
  return [low, high];
}

/** An activation and its slope, and where the slope is zero: there its units are dead. */
export function activationChart({ title, value, slope, zeroSlope, color }: ActivationChart): Safe {
  const values = sampleFunction(value, [-REACH, REACH]);
  const slopes = sampleFunction(slope, [-REACH, REACH]);
  const [low, high] = range([...values, ...slopes].map(([, y]) => y));
  const x = scaleLinear().domain([-REACH, REACH]).range([LEFT, RIGHT]);
  const y = scaleLinear().domain([low, high]).range([BOTTOM, TOP]);
  const inside = (v: number): number => (v < low || v > high ? Number.NaN : y(v));
  const path = (samples: readonly Position[]): string =>
    linePath(samples.map(([at, v]): Position => [x(at), inside(v)]));
  const dead = zeroSlope
    .map(({ from, to }) => [Math.max(-REACH, from), Math.min(REACH, to)] as const)
    .filter(([from, to]) => from < to)
    .map(
      ([from, to]) =>
        html`<rect class="dead-zone" x="${px(x(from))}" y="${TOP}" width="${px(x(to) - x(from))}" height="${BOTTOM - TOP}"/>${
          x(to) - x(from) > 40 &&
          html`<text x="${px((x(from) + x(to)) / 2)}" y="${TOP + 14}" text-anchor="middle">derivative 0</text>`
        }`,
    );
  const columns = x
    .ticks(5)
    .map(
      (t) =>
        html`<line class="${t === 0 ? "axis" : "grid"}" x1="${px(x(t))}" x2="${px(x(t))}" y1="${TOP}" y2="${BOTTOM}"/><text x="${px(x(t))}" y="${BOTTOM + 14}" text-anchor="middle">${formatNumber(t)}</text>`,
    );
  const rows = y
    .ticks(6)
    .map(
      (t) =>
        html`<line class="${t === 0 ? "axis" : "grid"}" x1="${LEFT}" x2="${RIGHT}" y1="${px(y(t))}" y2="${px(y(t))}"/><text x="${LEFT - 5}" y="${px(y(t) + 3.5)}" text-anchor="end">${formatNumber(t)}</text>`,
    );
  return drawing({
    width: WIDTH,
    height: HEIGHT,
    title: `Activation and derivative: ${title}`,
    desc: `f(−2) = ${formatNumber(value(-2))}, f(0) = ${formatNumber(value(0))}, f(2) = ${formatNumber(value(2))}; derivatives ${formatNumber(slope(-2))}, ${formatNumber(slope(0))}, ${formatNumber(slope(2))}.`,
    marks: html`${dead}${rows}${columns}<path class="slope" d="${path(slopes)}"/><g class="${colorClass(color)}"><path class="mean-line" d="${path(values)}"/></g>`,
  });
}
