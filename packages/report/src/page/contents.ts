import { html, type Safe } from "../html/html.js";
import { isAbsent } from "../sections/section.js";
import type { Rendered } from "./not-here.js";

/** The names of the page's parts: a rail beside a wide page, a closed menu on a narrow one. */
export function contents(prefix: string, name: string, all: readonly Rendered[]): Safe {
  const label = `Sections${prefix === "" ? "" : ` of ${name}`}`;
  const links = all.map(
    ({ section: { id, title }, content }) =>
      !isAbsent(content) && html`<li><a href="#${prefix}${id}">${title}</a>`,
  );
  const list = html`<ol><li><a href="#${prefix}title">Verdict</a>${links}</ol>`;
  return html`<nav class="rail" aria-label="${label}">${list}</nav><details class="menu"><summary>Sections</summary><nav aria-label="${label}">${list}</nav></details>
`;
}
