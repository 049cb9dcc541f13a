import { html, type Safe } from "../html/html.js";
import { type Absent, isAbsent } from "../sections/section.js";

export interface PlacedSection {
  /** Begins the ids of one run's part of a page over several; empty on a page of one. */
  readonly prefix: string;
  readonly id: string;
  readonly title: string;
  readonly content: Safe | Absent;
}

/** A section with its heading, or with the reason why it has nothing to show. */
export function sectionOf({ prefix, id: own, title, content }: PlacedSection): Safe {
  const id = `${prefix}${own}`;
  // Each part of a page over several runs has a section of this title: the run's name tells them apart.
  const names = prefix === "" ? `${id}-title` : `${prefix}title ${id}-title`;
  const body = isAbsent(content) ? html`<p class="absent">${content.absent}</p>` : content;
  return html`<section id="${id}" aria-labelledby="${names}"><h2 id="${id}-title"><a href="#${id}">${title}</a></h2>
${body}
</section>
`;
}
