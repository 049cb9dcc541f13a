import type { Part } from "../findings/finding.js";
import { html, type Safe } from "../html/html.js";
import { name } from "../sections/name.js";

/** A sentence's pieces as markup: names isolated from the direction of writing around them. */
export function partsOf(parts: readonly Part[]): Safe {
  return html`${parts.map((part) => (typeof part === "string" ? part : html`<b>${name(part.name)}</b>`))}`;
}
