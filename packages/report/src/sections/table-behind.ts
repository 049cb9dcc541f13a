import { type Content, html, type Safe } from "../html/html.js";

export interface TableBehind {
  readonly summary: string;
  readonly heads: readonly Content[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly Content[])[];
}

/** The numbers behind a chart, for readers and screen readers who want those. */
export function tableBehind({ summary, heads, rows }: TableBehind): Safe {
  const line = ([first, ...cells]: readonly Content[]): Safe =>
    html`<tr><th scope="row">${first}${cells.map((cell) => html`<td class="num">${cell}`)}
`;
  return html`<details><summary>${summary}</summary><div class="scroll tall" tabindex="0" role="group" aria-label="${summary}"><table><thead><tr>${heads.map((head, i) => html`<th scope="col"${i > 0 && html` class="num"`}>${head}`)}<tbody>
${rows.map(line)}</table></div></details>`;
}
