import type { Content, Safe } from "../html/html.js";
import { html } from "../html/html.js";

export interface WideFigure {
  /** What the figure shows, as its caption and the name of its frame. */
  readonly title: string;
  readonly note?: Content;
  readonly body: Content;
}

/** A chart of full width, which scrolls in its frame where the window is narrower than its text allows. */
export function wideFigure({ title, note, body }: WideFigure): Safe {
  return html`<figure class="wide"><figcaption><b>${title}</b>${note !== undefined && html`<small>${note}</small>`}</figcaption><div class="scroll" tabindex="0" role="group" aria-label="${title}">${body}</div></figure>
`;
}
