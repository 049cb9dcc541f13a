import { type Content, html, type Safe } from "../html/html.js";

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What a screen reader says first. */
  readonly title: string;
  /** What the drawing shows, as a sentence. */
  readonly desc: string;
  readonly marks: Content;
  /**
   * Whether marks take the focus one by one: a picture's parts are nothing to a screen reader, a group's are.
   */
  readonly interactive?: boolean;
  /** Classes besides `chart`. */
  readonly kind?: string;
}

/** An SVG picture that scales with its place and names itself. */
export function drawing({ width, height, title, desc, marks, interactive, kind = "" }: Drawing): Safe {
  const role = interactive === true ? "group" : "img";
  // Browsers name an SVG by its title only as a picture; a group is read as its label and description.
  const label = interactive === true && html` aria-label="${title}. ${desc}"`;
  return html`<svg class="chart${kind && ` ${kind}`}" role="${role}"${label} viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title>${title}</title><desc>${desc}</desc>${marks}</svg>`;
}
