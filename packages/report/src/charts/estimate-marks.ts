import { html, type Safe } from "../html/html.js";
import { colorClass } from "./color-class.js";

export interface EstimateMarks {
  /** Where a value stands, in pixels. */
  readonly at: (value: number) => number;
  /** The line's height, in pixels. */
  readonly middle: number;
  readonly color: number;
  /** Every seed's value. */
  readonly seeds?: readonly number[];
  readonly estimate: { readonly mean: number; readonly low?: number; readonly high?: number } | undefined;
}

/** One line of a chart of estimates: every seed as a stroke, the interval as a bar, the estimate as a dot. */
export function estimateMarks({ at, middle, color, seeds = [], estimate }: EstimateMarks): Safe {
  // One mark for all: of 100 seeds and ten activations, each of its own is most of a chart's size.
  const places = [...new Set(seeds.map(at))].sort((a, b) => a - b);
  const strokes =
    places.length > 0 &&
    html`<path class="seed" d="${places.map((x) => `M${x},${middle - 5}v10`).join("")}"/>`;
  const bar =
    estimate?.low !== undefined &&
    estimate.high !== undefined &&
    html`<line class="bar" x1="${at(estimate.low)}" x2="${at(estimate.high)}" y1="${middle}" y2="${middle}"/>`;
  const dot = estimate && html`<circle class="mean" cx="${at(estimate.mean)}" cy="${middle}" r="4"/>`;
  return html`<g class="line ${colorClass(color)}">${strokes}${bar}${dot}</g>`;
}
