import { html, type Safe } from "../html/html.js";
import { HEAT_STEPS } from "../style/palette.js";
import { drawing } from "./figure.js";

const CELL = 20;

/** The colors of heat strips: exactly 0, then tenths. */
export function heatLegend(): Safe {
  const cells = Array.from(
    { length: HEAT_STEPS },
    (_, i) => html`<rect class="h${i + 1}" x="${CELL + 8 + i * CELL}" y="0" width="${CELL}" height="10"/>`,
  );
  const end = CELL + 8 + HEAT_STEPS * CELL;
  return drawing({
    width: end + 24,
    height: 26,
    title: "Colors of rates",
    desc: "Exactly 0 %, then ten steps up to 100 %.",
    marks: html`<rect class="h0" x="0" y="0" width="${CELL}" height="10"/>${cells}<text x="${CELL / 2}" y="22" text-anchor="middle">0</text><text x="${CELL + 8}" y="22">&gt;0</text><text x="${CELL + 8 + 5 * CELL}" y="22" text-anchor="middle">50%</text><text x="${end}" y="22" text-anchor="middle">100%</text>`,
  });
}
