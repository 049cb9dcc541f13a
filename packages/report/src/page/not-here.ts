import { html, type Safe } from "../html/html.js";
import { type Absent, isAbsent, type Section } from "../sections/section.js";

/** A section with what it shows. */
export interface Rendered {
  readonly section: Pick<Section, "id" | "title" | "closed">;
  readonly content: Safe | Absent;
}

/** One closed line that names the sections without data, each with its reason and with what would fill it. */
export function notHere(prefix: string, all: readonly Rendered[]): Safe | false {
  const absent = all.flatMap(({ section, content }) => (isAbsent(content) ? { section, ...content } : []));
  if (absent.length === 0) return false;
  const titles = absent.map(({ section: { title } }) => title.toLowerCase()).join(", ");
  const items = absent.map(
    ({ section: { id, title }, absent: why, yaml }) =>
      html`<li id="${prefix}${id}"><b>${title}</b> ${why}${yaml !== undefined && html` <code class="yaml">${yaml}</code>`}`,
  );
  return html`<details class="not-here"><summary>Not in this report (${absent.length}): ${titles}</summary><ul>${items}</ul></details>
`;
}
