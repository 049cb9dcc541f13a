import type { Finding } from "../findings/finding.js";
import { findingsOf } from "../findings/findings.js";
import { html, type Safe } from "../html/html.js";
import { name } from "./name.js";
import type { Section } from "./section.js";

const MARKS = { good: "▲", bad: "▼", note: "●" } as const;

function line({ tone, parts }: Finding): Safe {
  const words = parts.map((part) => (typeof part === "string" ? part : html`<b>${name(part.name)}</b>`));
  return html`<li class="finding tone-${tone}"><span class="mark" aria-hidden="true">${MARKS[tone]}</span><p>${words}</p></li>`;
}

/** Plain sentences first: what a reader should know before any chart. */
export const findingsSection: Section = {
  id: "findings",
  title: "All findings as sentences",
  closed: true,
  render(view) {
    const found = findingsOf(view);
    if (found.length === 0) return { absent: "No trial has finished yet, so there is nothing to find." };
    return html`<ul class="findings">${found.map(line)}</ul>
<p class="note">Intervals are ${Math.round(view.confidence * 100)} % Student t intervals over seeds, written [low, high]. What they cover is said under <a href="#${view.prefix}method">Definitions and method</a>.</p>`;
  },
};
