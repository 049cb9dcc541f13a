import { html, type Safe } from "../html/html.js";

export interface PlacedSection {
  /** Begins the ids of one run's part of a page over several; empty on a page of one. */
  readonly prefix: string;
  readonly id: string;
  readonly title: string;
  readonly closed: boolean;
  readonly content: Safe | string;
}

/** A section with its heading, which opens and closes it. */
export function sectionOf({ prefix, id: own, title, closed, content }: PlacedSection): Safe {
  const id = `${prefix}${own}`;
  // Each part of a page over several runs has a section of this title: the run's name tells them apart.
  const names = prefix === "" ? `${id}-title` : `${prefix}title ${id}-title`;
  return html`<section id="${id}" aria-labelledby="${names}"><details class="section"${!closed && html` open`}><summary><h2 id="${id}-title">${title}</h2></summary>
${content}
</details></section>
`;
}
