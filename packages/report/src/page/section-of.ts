import { html, type Safe } from "../html/html.js";
import { type Absent, isAbsent } from "../sections/section.js";

export interface PlacedSection {
  readonly id: string;
  readonly title: string;
  readonly content: Safe | Absent;
}

/** A section with its heading, or with the reason why it has nothing to show. */
export function sectionOf({ id, title, content }: PlacedSection): Safe {
  const body = isAbsent(content) ? html`<p class="absent">${content.absent}</p>` : content;
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title"><a href="#${id}">${title}</a></h2>
${body}
</section>
`;
}
