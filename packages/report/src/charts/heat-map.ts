import { html, type Safe } from "../html/html.js";
import { drawing } from "./figure.js";
import { fitText } from "./fit-text.js";
import { px } from "./px.js";
import { heatClass } from "./unit-strips.js";

/** A cell of a heat map; absent where no point has these two values. */
export interface HeatCell {
  /** A share from 0 to 1. */
  readonly rate?: number | undefined;
  /** The share as words. */
  readonly text: string;
  /** What hover, focus and a screen reader get. */
  readonly label: string;
}

export interface HeatMap {
  readonly title: string;
  readonly desc: string;
  readonly columns: readonly string[];
  readonly columnTitle: string;
  readonly rows: readonly { readonly name: string; readonly cells: readonly (HeatCell | undefined)[] }[];
}

const WIDTH = 620;
const LEFT = 170;
const TOP = 30;
const HEIGHT = 26;
const FONT = 10.5;
const WIDEST = 112;

/** Shares over two settings: a row each value of one, a column each value of the other. */
export function heatMap({ title, desc, columns, columnTitle, rows }: HeatMap): Safe {
  const step = Math.min(WIDEST, (WIDTH - LEFT) / Math.max(1, columns.length));
  const bottom = TOP + rows.length * HEIGHT;
  let first = true;
  const cells = rows.map(({ name, cells: own }, r) => {
    const y = TOP + r * HEIGHT;
    const boxes = own.map((cell, c) => {
      if (cell === undefined) return false;
      const x = LEFT + c * step;
      const tab = first ? 0 : -1;
      first = false;
      const box =
        cell.rate === undefined
          ? html`<rect class="unmeasured"`
          : html`<rect class="${heatClass(cell.rate)}"`;
      return html`${box} tabindex="${tab}" role="img" aria-label="${cell.label}" x="${px(x)}" y="${y}" width="${px(step - 2)}" height="${HEIGHT - 2}"/><text class="${inkOn(cell.rate)}" x="${px(x + step / 2 - 1)}" y="${y + 15.5}" text-anchor="middle">${fitText(cell.text, step - 4, FONT)}</text>`;
    });
    return html`<text class="strong" x="${LEFT - 8}" y="${y + 15.5}" text-anchor="end">${fitText(name, LEFT - 12, FONT)}</text>${boxes}`;
  });
  const heads = columns.map(
    (column, c) =>
      html`<text x="${px(LEFT + (c + 0.5) * step - 1)}" y="${TOP - 8}" text-anchor="middle">${fitText(column, step - 4, FONT)}</text>`,
  );
  return drawing({
    width: WIDTH,
    height: bottom + 20,
    title,
    desc,
    interactive: true,
    marks: html`${heads}${cells}<text x="${LEFT}" y="${bottom + 15}">${columnTitle} →</text>`,
  });
}

/** Text on the darker half of the colours is light, on a light page; the style sheet turns both on a dark one. */
function inkOn(rate: number | undefined): string {
  return rate !== undefined && rate > 0.5 ? "on-strong" : "on-weak";
}
