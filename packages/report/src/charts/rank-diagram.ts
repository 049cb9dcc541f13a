import { formatNumber } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { colorClass } from "./color-class.js";
import { drawing } from "./figure.js";
import { fitText } from "./fit-text.js";
import { px } from "./px.js";
import { NARROW_WIDTH, type Size } from "./sizes.js";

/** A method with its mean rank; 1 is best. */
export interface RankedMethod {
  readonly name: string;
  readonly meanRank: number;
  /** Number of its color. */
  readonly color: number;
}

export interface RankDiagram {
  readonly title: string;
  /** Best first. */
  readonly methods: readonly RankedMethod[];
  /** Mean ranks that differ by less do not differ significantly. */
  readonly critical: number;
  /** Names that a bar joins. */
  readonly groups: readonly (readonly string[])[];
}

const WIDTHS: Readonly<Record<Size, { readonly width: number; readonly names: number }>> = {
  wide: { width: 620, names: 190 },
  narrow: { width: NARROW_WIDTH, names: 100 },
};
const AXIS = 46;
const BAR = 8;
const ROW = 17;
const FONT = 10.5;

/**
 * A critical-difference diagram: mean ranks along an axis, best at the left, and a bar below it over each
 * group of methods that do not differ significantly; the ruler above is the critical difference. Source:
 * Demšar 2006, fig. 1.
 */
export function rankDiagram({ title, methods, critical, groups }: RankDiagram, size: Size): Safe {
  const { width, names } = WIDTHS[size];
  const [left, right] = [names, width - names];
  const most = Math.max(2, methods.length);
  const at = (rank: number): number => left + ((right - left) * (rank - 1)) / (most - 1);
  const half = Math.ceil(methods.length / 2);
  const joined = groups.filter(({ length }) => length > 1);
  const top = AXIS + 12 + joined.length * BAR;
  const rankOf = new Map(methods.map(({ name, meanRank }) => [name, meanRank]));
  const stride = Math.ceil(most / 12);
  const ticks = Array.from({ length: most }, (_, i) => i + 1).filter((rank) => (rank - 1) % stride === 0);
  const axis = html`<line class="axis" x1="${left}" x2="${right}" y1="${AXIS}" y2="${AXIS}"/>${ticks.map(
    (rank) =>
      html`<line class="grid" x1="${px(at(rank))}" x2="${px(at(rank))}" y1="${AXIS - 5}" y2="${AXIS}"/><text x="${px(at(rank))}" y="${AXIS - 9}" text-anchor="middle">${rank}</text>`,
  )}`;
  // Longer than the axis where no difference can be significant.
  const ruler = Math.min(right, at(1 + critical));
  const rule = html`<path class="reference" d="M${left},10v6m0,-3H${px(ruler)}m0,-3v6"/><text x="${px(ruler + 6)}" y="16">critical difference ${formatNumber(critical, 3)}</text>`;
  const bars = joined.map((labels, i) => {
    const ranks = labels.flatMap((name) => rankOf.get(name) ?? []);
    const y = AXIS + 10 + i * BAR;
    return html`<line class="joined" x1="${px(at(Math.min(...ranks)) - 3)}" x2="${px(at(Math.max(...ranks)) + 3)}" y1="${y}" y2="${y}"/>`;
  });
  const marks = methods.map(({ name, meanRank, color }, i) => {
    const isLeft = i < half;
    const y = top + ROW * (isLeft ? i + 0.5 : methods.length - i - 0.5);
    const x = px(at(meanRank));
    const [end, anchor, text] = isLeft ? [left - 8, "end", left - 12] : [right + 8, "start", right + 12];
    return html`<g class="${colorClass(color)}"><path class="train" d="M${x},${AXIS}V${px(y)}H${end}"/><circle class="mean" cx="${x}" cy="${AXIS}" r="4"/></g><text class="strong" x="${text}" y="${px(y + 3.5)}" text-anchor="${anchor}">${fitText(`${meanRank.toFixed(2)}  ${name}`, names - 16, FONT)}</text>`;
  });
  return drawing({
    width,
    height: top + ROW * half + 6,
    title,
    desc: methods.map(({ name, meanRank }) => `${name} ${meanRank.toFixed(2)}`).join("; "),
    marks: html`${rule}${axis}${bars}${marks}`,
  });
}
