import { bothSizes, type Size } from "../charts/sizes.js";
import type { Content, Safe } from "../html/html.js";
import { html } from "../html/html.js";

export interface WideFigure {
  /** What the figure shows, as its caption and the name of its frame. */
  readonly title: string;
  readonly note?: Content;
  /** The chart, drawn for each width. */
  readonly draw: (size: Size) => Safe;
}

/** A chart in half of the page's column, which is as wide as a phone. */
export function halfFigure({ title, note, draw }: WideFigure): Safe {
  return html`<figure class="half" aria-label="${title}"><figcaption><b>${title}</b>${note !== undefined && html`<small>${note}</small>`}</figcaption>${draw("narrow")}</figure>
`;
}

/** A chart of full width with a caption, drawn for a page's column and for a phone. */
export function wideFigure({ title, note, draw }: WideFigure): Safe {
  return html`<figure class="wide" aria-label="${title}"><figcaption><b>${title}</b>${note !== undefined && html`<small>${note}</small>`}</figcaption>${bothSizes(draw)}</figure>
`;
}
