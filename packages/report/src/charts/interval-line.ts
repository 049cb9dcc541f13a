import { html, type Safe } from "../html/html.js";
import type { Estimate } from "../stats/t-interval.js";
import { colorClass } from "./color-class.js";
import type { MetricScale } from "./metric-scale.js";
import { px } from "./px.js";

/** One line of a dot plot: the mean, its interval, and every seed as a tick. */
export interface IntervalLine {
  readonly estimate: Estimate | undefined;
  readonly values: readonly number[];
  readonly scale: MetricScale;
  readonly width: number;
  /** Number of the color. */
  readonly color: number;
}

const HEIGHT = 24;

/**
 * A line for a table's cell. Hidden from screen readers: the numbers are next to it. The interval is cut at
 * the cell's edge, where an arrow says so.
 */
export function intervalLine({ estimate, values, scale, width, color }: IntervalLine): Safe {
  const middle = HEIGHT / 2;
  const clamp = (value: number): number => Math.min(width - 2, Math.max(2, scale.at(value)));
  const strokes = (places: readonly number[], y: number): string =>
    places.map((x) => `M${px(x)},${y}v${HEIGHT - 2 * y}`).join("");
  const grid = html`<path class="grid" d="${strokes(
    scale.ticks.map(({ at }) => at),
    0,
  )}"/>`;
  const seeds = html`<path class="seed" d="${strokes(values.map(clamp), middle - 6)}"/>`;
  const { low, high } = estimate ?? {};
  const bar =
    low !== undefined &&
    high !== undefined &&
    html`<line class="bar" x1="${px(clamp(low))}" x2="${px(clamp(high))}" y1="${middle}" y2="${middle}"/>`;
  const place = estimate === undefined ? 0 : scale.at(estimate.mean);
  const out = place < 0 ? -1 : place > width ? 1 : 0;
  const dot =
    estimate !== undefined &&
    (out === 0
      ? html`<circle class="mean" cx="${px(clamp(estimate.mean))}" cy="${middle}" r="4"/>`
      : html`<path class="mean" d="M${out < 0 ? 1 : width - 1},${middle}l${out < 0 ? 8 : -8},-5v10z"/>`);
  return html`<svg class="line ${colorClass(color)}" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true">${grid}${seeds}${bar}${dot}</svg>`;
}
