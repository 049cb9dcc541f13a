import type { ActivationCurve } from "@actbench/core/internal";
import { activationCell, CELL } from "../charts/activation-cell.js";
import { drawing } from "../charts/figure.js";
import { px } from "../charts/px.js";
import { html } from "../html/html.js";
import { CATEGORIES } from "../style/palette.js";
import { svgFile } from "./svg-file.js";

const INK = CATEGORIES[0]?.light ?? "#d55e00";
const STYLE = `svg{background:#fff;font-family:system-ui,sans-serif}text{fill:#333d49;font-size:11px}path{fill:none}.axis{stroke:#c5ccd4}.mean-line{stroke:${INK};stroke-width:2}.slope{stroke:#5f6b7a;stroke-width:1.2;stroke-dasharray:4 3}.dead-zone{fill:#c0392b;opacity:.1}`;

const COLUMNS = 5;
const GAP = 10;
const TITLE = 16;

/** Many activations of one input as one SVG file, a small plot with its name for each. */
export function renderActivationSheet(title: string, curves: readonly ActivationCurve[]): string {
  const [across, down] = [CELL.width + GAP, CELL.height + TITLE + GAP];
  const cells = curves.map((curve, i) => {
    const place = `translate(${(i % COLUMNS) * across} ${Math.floor(i / COLUMNS) * down + TITLE})`;
    return html`<g transform="${place}"><text x="4" y="-3">${curve.title}</text>${activationCell(curve)}</g>`;
  });
  const shown = curves.map((curve) => curve.title).join(", ");
  return svgFile(
    drawing({
      width: px(Math.min(COLUMNS, Math.max(1, curves.length)) * across - GAP),
      height: px(Math.ceil(curves.length / COLUMNS) * down - GAP),
      title,
      desc: `Value and derivative (dashed) on [−4, 4] of ${shown}.`,
      marks: cells,
    }),
    STYLE,
  );
}

/** One small plot as markup for a page that styles it. */
export function renderActivationCell(curve: ActivationCurve): string {
  const { title } = curve;
  return svgFile(
    drawing({
      ...CELL,
      title: `${title} and its derivative`,
      desc: "On [−4, 4].",
      marks: activationCell(curve),
    }),
    "",
  )
    .replace("<style></style>", "")
    .trim();
}
