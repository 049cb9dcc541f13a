import { html, type Safe } from "../html/html.js";

/** The two widths that a chart is drawn for: a page's column, and a phone. */
export type Size = "wide" | "narrow";

/** What a narrow window leaves for a chart, in pixels. */
export const NARROW_WIDTH = 328;

/** A chart drawn for both widths; the style sheet shows the one that fits, so that no text is scaled down. */
export function bothSizes(draw: (size: Size) => Safe): Safe {
  return html`<div class="at-wide">${draw("wide")}</div><div class="at-narrow">${draw("narrow")}</div>`;
}
