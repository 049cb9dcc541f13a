import { html, type Safe } from "../html/html.js";
import { drawing } from "./figure.js";
import { fitName, fitText } from "./fit-text.js";
import { px } from "./px.js";
import { NARROW_WIDTH, type Size } from "./sizes.js";
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

const SIZES: Readonly<
  Record<Size, { readonly width: number; readonly left: number; readonly columns: number }>
> = {
  wide: { width: 560, left: 170, columns: Number.POSITIVE_INFINITY },
  narrow: { width: NARROW_WIDTH, left: 112, columns: 5 },
};
const TOP = 30;
const HEIGHT = 26;
const FONT = 10.5;
const WIDEST = 112;

/** Shares over two settings: a row each value of one, a column each value of the other. */
export function heatMap({ title, desc, columns: all, columnTitle, rows }: HeatMap, size: Size): Safe {
  const { width, left, columns: most } = SIZES[size];
  const columns = all.slice(0, most);
  const step = Math.min(WIDEST, (width - left) / Math.max(1, columns.length));
  const bottom = TOP + rows.length * HEIGHT;
  let first = true;
  const cells = rows.map(({ name, cells: own }, r) => {
    const y = TOP + r * HEIGHT;
    const boxes = own.slice(0, most).map((cell, c) => {
      if (cell === undefined) return false;
      const x = left + c * step;
      const tab = first ? 0 : -1;
      first = false;
      const box =
        cell.rate === undefined
          ? html`<rect class="unmeasured"`
          : html`<rect class="${heatClass(cell.rate)}"`;
      return html`${box} tabindex="${tab}" role="img" aria-label="${cell.label}" x="${px(x)}" y="${y}" width="${px(step - 2)}" height="${HEIGHT - 2}"/><text class="${inkOn(cell.rate)}" x="${px(x + step / 2 - 1)}" y="${y + 15.5}" text-anchor="middle">${fitText(cell.text, step - 4, FONT)}</text>`;
    });
    return html`<text class="strong" x="${left - 8}" y="${y + 15.5}" text-anchor="end">${fitName(name, left - 12, FONT)}</text>${boxes}`;
  });
  const heads = columns.map(
    (column, c) =>
      html`<text x="${px(left + (c + 0.5) * step - 1)}" y="${TOP - 8}" text-anchor="middle">${fitText(column, step - 4, FONT)}</text>`,
  );
  return drawing({
    width,
    height: bottom + 20,
    title,
    desc,
    interactive: true,
    marks: html`${heads}${cells}<text x="${left}" y="${bottom + 15}">${columnTitle} →${all.length > columns.length ? ` (${columns.length} of ${all.length})` : ""}</text>`,
  });
}

/**
 * Text on the darker half of the colors is light, on a light page; the style sheet turns both on a dark one.
 */
function inkOn(rate: number | undefined): string {
  return rate !== undefined && rate > 0.5 ? "on-strong" : "on-weak";
}
