import { html, type Safe } from "../html/html.js";
import type { ChartAxis } from "./chart-axis.js";
import { px } from "./px.js";

/** The area of a chart in which marks stand. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Grid lines, tick labels and the names of both axes; the names stand at the axes' ends, with an arrow to
 * more.
 */
export function plotFrame({ left, right, top, bottom }: Area, x: ChartAxis, y: ChartAxis): Safe {
  const rows = y.ticks.map(
    ({ at, label }) =>
      html`<line class="grid" x1="${left}" x2="${right}" y1="${px(at)}" y2="${px(at)}"/><text x="${left - 6}" y="${px(at + 3.5)}" text-anchor="end">${label}</text>`,
  );
  const columns = x.ticks.map(
    ({ at, label }) =>
      html`<line class="grid" x1="${px(at)}" x2="${px(at)}" y1="${top}" y2="${bottom}"/><text x="${px(at)}" y="${bottom + 15}" text-anchor="middle">${label}</text>`,
  );
  return html`${rows}${columns}<text x="${Math.max(0, left - 34)}" y="${top - 12}">↑ ${y.label}</text><text x="${right}" y="${bottom + 31}" text-anchor="end">${x.label} →</text>`;
}
