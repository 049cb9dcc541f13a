import { html, type Safe } from "../html/html.js";
import type { MetricScale } from "./metric-scale.js";
import { px } from "./px.js";

/** The axis of a column of interval lines: tick labels for the table's head. */
export function axisLine(scale: MetricScale, width: number): Safe {
  const labels = scale.ticks.map(({ at, label }) => {
    const anchor = at < 18 ? "start" : at > width - 18 ? "end" : "middle";
    return html`<text x="${px(anchor === "start" ? Math.max(0, at - 4) : anchor === "end" ? Math.min(width, at + 4) : at)}" y="10" text-anchor="${anchor}">${label.replace(" ", "")}</text>`;
  });
  return html`<svg class="line" width="${width}" height="14" viewBox="0 0 ${width} 14" aria-hidden="true">${labels}</svg>`;
}
