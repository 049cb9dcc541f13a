import { textWidth } from "../charts/fit-text.js";
import { NARROW_WIDTH } from "../charts/sizes.js";
import { packRun } from "../data/pack-run.js";
import { formatNumber, plural } from "../format/format.js";
import { html, markupOf } from "../html/html.js";
import type { PageView } from "../view/page-view.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";
import type { DrawnChart } from "./drawn-chart.js";
import { type FigureStyle, figureStyle } from "./figure-style.js";
import { FIGURES, type FigureName } from "./figures.js";

export interface FigureOptions {
  readonly figure: FigureName;
  /** Millimeters. */
  readonly width: number;
  readonly style: FigureStyle;
}

const FONT = 10;
const LINE = 14;
// Narrower than this, a figure is drawn as for a phone: its words stay readable.
const NARROW_MM = 110;

/**
 * A chart of a run as a separate SVG file of a width in millimeters, its caption with n and interval below
 * it. Undefined where the run has nothing to draw. Words are text in DejaVu Sans: a renderer with that font
 * makes them paths.
 */
export function renderFigure(run: Run, { figure, width: mm, style }: FigureOptions): string | undefined {
  const { data, run: kept } = packRun(run);
  const own = viewRun(kept);
  const view: PageView = {
    ...own,
    packed: new Map(data.trials.map((trial) => [trial.trial, trial])),
    together: [own],
  };
  const chart = FIGURES[figure](view);
  if (chart === undefined) return undefined;
  const size = style === "slides" || mm < NARROW_MM ? "narrow" : "wide";
  const inner = markupOf(chart.draw(size));
  const [, width = NARROW_WIDTH, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(inner) ?? []).map(
    Number,
  );
  const lines = wrapped(captionOf(view, chart), width - 8);
  const total = height + LINE * lines.length + 8;
  const words = lines.map(
    (line, i) => html`<text x="4" y="${height + LINE * (i + 1)}" font-size="${FONT}">${line}</text>`,
  );
  const [head = ""] = /^<svg [^>]*>/.exec(inner) ?? [];
  const kind = /class="([^"]*)"/.exec(head)?.[1] ?? "chart";
  return `<svg xmlns="http://www.w3.org/2000/svg" class="${kind}" width="${mm}mm" height="${Number(((mm * total) / width).toFixed(3))}mm" viewBox="0 0 ${width} ${total}"><style>${figureStyle}</style><rect width="${width}" height="${total}" fill="#fff"/>${inner
    .slice(head.length, -"</svg>".length)
    .replace(/ (?:tabindex|role|aria-label|data-p)="[^"]*"/g, "")}${markupOf(html`${words}`)}</svg>\n`;
}

function captionOf({ study, confidence }: PageView, { marks, hasIntervals = false }: DrawnChart): string {
  const intervals =
    hasIntervals && study.seeds.length > 1
      ? `, bars and bands: ${formatNumber(100 * confidence, 3)} % confidence intervals`
      : "";
  return `${study.name}: ${marks}; n = ${plural(study.seeds.length, "seed")}${intervals}. actbench ${study.version}, study ${study.hash.slice(0, 8)}.`;
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, FONT) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}
