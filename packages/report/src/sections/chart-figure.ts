import { type Content, html, type Safe } from "../html/html.js";

export interface ChartFigure {
  /** The fragment of its address. */
  readonly id: string;
  /** What the chart shows, as the name of its file and of its frame. */
  readonly title: string;
  /** A class of its place. */
  readonly kind: string;
  readonly body: Content;
  /** What stands below it. */
  readonly more?: Content;
}

/** A chart with an address and without a caption: the text around it says what it shows. */
export function chartFigure({ id, title, kind, body, more }: ChartFigure): Safe {
  return html`<figure class="wide ${kind}" id="${id}" aria-label="${title}">${body}${more !== undefined && html`<figcaption><small>${more}</small></figcaption>`}</figure>
`;
}
