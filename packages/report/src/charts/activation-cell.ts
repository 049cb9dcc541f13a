import type { ActivationCurve } from "@actbench/core/internal";
import { scaleLinear } from "d3-scale";
import { html, type Safe } from "../html/html.js";
import { linePath, type Position } from "./path.js";
import { px } from "./px.js";
import { sampleFunction } from "./sample-function.js";
import { thinned } from "./thinned.js";

/** The size of a cell in pixels. */
export const CELL = { width: 150, height: 112 } as const;

const REACH = 4;
const USUAL: readonly [number, number] = [-1.2, 2.2];
const TALLEST = 6;
const EDGE = 4;
/** What of a curve nobody sees, in pixels. */
const UNSEEN = 0.12;

/**
 * One activation among many: value and dashed slope on [−4, 4], axes through 0, shaded where the slope is 0.
 */
export function activationCell({ value, slope, zeroSlope }: ActivationCurve): Safe {
  const values = sampleFunction(value, [-REACH, REACH]);
  const slopes = sampleFunction(slope, [-REACH, REACH]);
  const [low, high] = heights([...values, ...slopes].map(([, y]) => y));
  const x = scaleLinear()
    .domain([-REACH, REACH])
    .range([EDGE, CELL.width - EDGE]);
  const y = scaleLinear()
    .domain([low, high])
    .range([CELL.height - EDGE, EDGE]);
  const path = (samples: readonly Position[]): string =>
    linePath(
      thinned(
        samples.map(([at, v]): Position => [x(at), v < low || v > high ? Number.NaN : y(v)]),
        UNSEEN,
      ),
    );
  const dead = zeroSlope
    .map(({ from, to }) => [Math.max(-REACH, from), Math.min(REACH, to)] as const)
    .filter(([from, to]) => from < to)
    .map(
      ([from, to]) =>
        html`<rect class="dead-zone" x="${px(x(from))}" y="${EDGE}" width="${px(x(to) - x(from))}" height="${CELL.height - 2 * EDGE}"/>`,
    );
  const axes = `M${EDGE} ${px(y(0))}H${CELL.width - EDGE}M${px(x(0))} ${EDGE}V${CELL.height - EDGE}`;
  return html`${dead}<path class="axis" d="${axes}"/><path class="slope" d="${path(slopes)}"/><path class="mean-line" d="${path(values)}"/>`;
}

/** What the values need, at least the usual and at most the tallest. */
function heights(values: readonly number[]): readonly [number, number] {
  let [low, high] = USUAL;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.max(-TALLEST, Math.min(low, value));
    high = Math.min(TALLEST, Math.max(high, value));
  }
  return [low - 0.1, high + 0.1];
}
