import { type Content, html, type Safe } from "../html/html.js";

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What a screen reader says first. */
  readonly title: string;
  /** What the drawing shows, as a sentence. */
  readonly desc: string;
  readonly marks: Content;
}

/** An SVG picture that scales with its place and names itself. */
export function drawing({ width, height, title, desc, marks }: Drawing): Safe {
  return html`<svg class="chart" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title>${title}</title><desc>${desc}</desc>${marks}</svg>`;
}
