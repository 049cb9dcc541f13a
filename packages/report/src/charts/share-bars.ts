import { formatPercent } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { drawing } from "./figure.js";
import { fitName } from "./fit-text.js";
import { px } from "./px.js";
import { NARROW_WIDTH, type Size } from "./sizes.js";

export interface ShareBar {
  readonly name: string;
  /** From 0 to 1. */
  readonly share: number;
}

const SIZES: Readonly<Record<Size, { readonly width: number; readonly left: number }>> = {
  wide: { width: 620, left: 210 },
  narrow: { width: NARROW_WIDTH, left: 128 },
};
const HEIGHT = 22;
const FONT = 10.5;

/** Shares of a whole as bars, one below the other. */
export function shareBars(
  {
    title,
    bars,
  }: {
    readonly title: string;
    readonly bars: readonly ShareBar[];
  },
  size: Size,
): Safe {
  const { width: whole, left } = SIZES[size];
  const right = whole - 60;
  const widest = bars.reduce((most, { share }) => Math.max(most, share), 0.01);
  const marks = bars.map(({ name, share }, i) => {
    const y = i * HEIGHT;
    const width = ((right - left) * share) / widest;
    return html`<text class="strong" x="${left - 8}" y="${y + 14}" text-anchor="end">${fitName(name, left - 12, FONT)}</text><rect class="bar-fill" x="${left}" y="${y + 4}" width="${px(Math.max(0.5, width))}" height="${HEIGHT - 8}"/><text x="${px(left + width + 6)}" y="${y + 14}">${formatPercent(share, 1)}</text>`;
  });
  return drawing({
    width: whole,
    height: bars.length * HEIGHT + 4,
    title,
    desc: bars
      .slice(0, 8)
      .map(({ name, share }) => `${name} ${formatPercent(share, 1)}`)
      .join("; "),
    marks,
  });
}
