import { formatPercent } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { drawing } from "./figure.js";
import { fitText } from "./fit-text.js";
import { px } from "./px.js";

export interface ShareBar {
  readonly name: string;
  /** From 0 to 1. */
  readonly share: number;
}

const WIDTH = 620;
const LEFT = 210;
const RIGHT = WIDTH - 60;
const HEIGHT = 22;
const FONT = 10.5;

/** Shares of a whole as bars, one below the other. */
export function shareBars({
  title,
  bars,
}: {
  readonly title: string;
  readonly bars: readonly ShareBar[];
}): Safe {
  const widest = bars.reduce((most, { share }) => Math.max(most, share), 0.01);
  const marks = bars.map(({ name, share }, i) => {
    const y = i * HEIGHT;
    const width = ((RIGHT - LEFT) * share) / widest;
    return html`<text class="strong" x="${LEFT - 8}" y="${y + 14}" text-anchor="end">${fitText(name, LEFT - 12, FONT)}</text><rect class="bar-fill" x="${LEFT}" y="${y + 4}" width="${px(Math.max(0.5, width))}" height="${HEIGHT - 8}"/><text x="${px(LEFT + width + 6)}" y="${y + 14}">${formatPercent(share, 1)}</text>`;
  });
  return drawing({
    width: WIDTH,
    height: bars.length * HEIGHT + 4,
    title,
    desc: bars
      .slice(0, 8)
      .map(({ name, share }) => `${name} ${formatPercent(share, 1)}`)
      .join("; "),
    marks,
  });
}
