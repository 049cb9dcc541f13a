import { formatPercent } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { HEAT_STEPS } from "../style/palette.js";
import { drawing } from "./figure.js";
import { px } from "./px.js";

/** One state's rates: `rates[layer][column]`, undefined where not measured. */
export interface Strip {
  readonly name: string;
  readonly rates: readonly (readonly (number | undefined)[])[];
  /** The rate over all layers at the end. */
  readonly end: number | undefined;
  /** Said in place of the strip, for example that no unit can be dead. */
  readonly instead?: string;
}

export interface UnitStrips {
  readonly title: string;
  readonly strips: readonly Strip[];
  /** Epochs of the columns. */
  readonly epochs: readonly number[];
}

const WIDTH = 280;
const LEFT = 82;
const RIGHT = WIDTH - 50;
const GAP = 8;
const TOP = 2;

/** The class of a rate's color: exactly 0 is paper, any more than 0 is a color. */
export function heatClass(rate: number): string {
  return rate <= 0 ? "h0" : `h${Math.min(HEAT_STEPS, Math.max(1, Math.ceil(rate * HEAT_STEPS)))}`;
}

/** One layer's row; neighbors of one color are one rectangle. */
function cells(row: readonly (number | undefined)[], y: number, height: number): readonly Safe[] {
  const step = (RIGHT - LEFT) / Math.max(1, row.length);
  const out: Safe[] = [];
  for (let from = 0; from < row.length; ) {
    const rate = row[from];
    const kind = rate === undefined ? undefined : heatClass(rate);
    let to = from + 1;
    while (to < row.length) {
      const next = row[to];
      if ((next === undefined ? undefined : heatClass(next)) !== kind) break;
      to++;
    }
    if (kind !== undefined)
      out.push(
        html`<rect class="${kind}" x="${px(LEFT + from * step)}" y="${px(y)}" width="${px((to - from) * step)}" height="${px(height)}"/>`,
      );
    from = to;
  }
  return out;
}

/** Heat strips of one point: a block per state, a row per layer (first on top), a column per epoch. */
export function unitStrips({ title, strips, epochs }: UnitStrips): Safe {
  let y = TOP;
  const blocks = strips.map(({ name, rates, end, instead }) => {
    const layers = Math.max(1, rates.length);
    const height = Math.max(3, Math.min(11, 60 / layers));
    const block = Math.max(14, layers * (height + 1));
    const middle = px(y + block / 2 + 3.5);
    const rows =
      instead === undefined
        ? rates.map((row, layer) => cells(row, y + layer * (height + 1), height))
        : html`<text x="${LEFT}" y="${middle}">${instead}</text>`;
    const value = end === undefined ? "–" : formatPercent(end, 1).replace(" ", "");
    y += block + GAP;
    return html`<text class="strong" x="${LEFT - 8}" y="${middle}" text-anchor="end">${name}</text>${rows}<text class="strong" x="${RIGHT + 6}" y="${middle}">${value}</text>`;
  });
  const first = epochs[0];
  const last = epochs.at(-1);
  const axis =
    first !== undefined &&
    last !== undefined &&
    html`<text x="${LEFT}" y="${y + 6}">epoch ${first}</text><text x="${RIGHT}" y="${y + 6}" text-anchor="end">${last}</text>`;
  const ends = strips.map(
    ({ name, end }) => `${name} ${end === undefined ? "not measured" : formatPercent(end, 1)}`,
  );
  return drawing({
    width: WIDTH,
    height: y + 10,
    title: `Units by layer and epoch: ${title}`,
    desc: `At the end: ${ends.join(", ")}.`,
    marks: html`${blocks}${axis}`,
  });
}
