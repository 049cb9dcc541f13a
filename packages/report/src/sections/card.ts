import { colorClass } from "../charts/color-class.js";
import { type Content, html, type Safe } from "../html/html.js";
import { name } from "./name.js";

/** Small multiples of one kind that a page shows; more would be looked at by nobody. The best come first. */
export const MAX_CARDS = 30;

export interface Card {
  readonly title: string;
  /** A few words below the title. */
  readonly note?: Content;
  readonly color?: number;
  /** The point it shows, which lights up wherever else it stands. */
  readonly point?: number;
  readonly body: Content;
}

/** One small multiple: a title in HTML, which wraps where SVG text would be cut, and a chart. */
export function card({ title, note, color, point, body }: Card): Safe {
  const mark = point === undefined ? "" : html` data-p="${point}" tabindex="0"`;
  const swatch = color !== undefined && html`<i class="swatch ${colorClass(color)}"></i>`;
  return html`<figure class="card"${mark}><figcaption>${swatch}<b>${name(title)}</b>${note !== undefined && html`<small>${note}</small>`}</figcaption>${body}</figure>
`;
}

/** A grid of cards, with a sentence on what was left out. */
export function cards(all: readonly Safe[], left: Content): Safe {
  return html`<div class="cards">${all}</div>${left}`;
}
