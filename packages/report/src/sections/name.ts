import { shorten } from "../format/format.js";
import { html, type Safe } from "../html/html.js";

const LONGEST = 96;

/**
 * A name out of the study, isolated so that its direction of writing does not spill over; cut when very long.
 */
export function name(text: string): Safe {
  return text.length <= LONGEST
    ? html`<bdi>${text}</bdi>`
    : html`<bdi title="${shorten(text, 600)}">${shorten(text, LONGEST)}</bdi>`;
}
