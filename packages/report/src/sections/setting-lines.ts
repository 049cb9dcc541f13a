import { colorClass } from "../charts/color-class.js";
import { type Line, linesArea, linesChart } from "../charts/lines-chart.js";
import { metricAxis } from "../charts/metric-axis.js";
import { numberAxis } from "../charts/number-axis.js";
import type { Size } from "../charts/sizes.js";
import { formatNumber, plural, shorten } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import type { Safe } from "../html/html.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import { withinBounds } from "../metrics/within-bounds.js";
import type { SettingStep } from "../view/setting-curve.js";
import { spreadOver } from "../view/spread-over.js";
import { name } from "./name.js";
import { tableBehind } from "./table-behind.js";
import { halfFigure, wideFigure } from "./wide-figure.js";

// More dots would touch each other.
const MAX_STEPS = 24;

/** A line along a setting: its name, its color, what was found at each value. */
export interface SettingLine {
  readonly name: string;
  readonly color: number;
  /** A class of its stroke, after a space. */
  readonly dash?: string;
  readonly steps: readonly SettingStep[];
}

export interface SettingLines {
  readonly title: string;
  /** The setting, as the axis names it. */
  readonly setting: string;
  readonly metric: MetricName;
  readonly lines: readonly SettingLine[];
  /** Beside another chart. */
  readonly half?: boolean;
}

function words({ metric, setting }: SettingLines, line: SettingLine, step: SettingStep): string {
  const troubles = step.diverged > 0 ? `; ${step.diverged} of ${plural(step.trials, "trial")} diverged` : "";
  return `${shorten(line.name, 60)}, ${setting} ${formatNumber(step.value)}: ${formatEstimate(metric, step.estimate)}${troubles}`;
}

/**
 * A chart of a metric along a numeric setting, a line each group; its note on the axis goes into the text
 * above.
 */
export function settingLines(asked: SettingLines): { readonly figure: Safe; readonly note: string } {
  const { title, lines, half = false } = asked;
  const { draw, note } = drawSettingLines(asked);
  const most = lines.reduce((count, { steps: own }) => Math.max(count, own.length), 0);
  const thinned = most > MAX_STEPS ? { note: `${MAX_STEPS} of ${most} values, evenly spread` } : {};
  const shown = { title, draw, ...thinned };
  return { figure: half ? halfFigure(shown) : wideFigure(shown), note };
}

/** The same without its frame. */
export function drawSettingLines(asked: SettingLines): {
  readonly draw: (size: Size) => Safe;
  readonly note: string;
} {
  const { title, setting, metric, lines } = asked;
  const steps = lines.flatMap((line) => line.steps);
  const values = steps.flatMap(({ seeds }) => seeds);
  const ends = steps.flatMap(({ estimate }) =>
    [estimate?.low, estimate?.high].flatMap((end) => (end === undefined ? [] : withinBounds(metric, end))),
  );
  const axesFor = (size: Size) => {
    const { left, right, top, bottom } = linesArea(size);
    return {
      x: numberAxis({
        label: setting,
        values: steps.map(({ value }) => value),
        range: [left + 6, right - 6],
        gap: 34,
      }),
      y: metricAxis({ metric, values, ends, range: [bottom - 8, top + 4], gap: 26 }),
    };
  };
  const drawn = lines.map(
    (line): Line => ({
      name: line.name,
      ink: `${colorClass(line.color)}${line.dash ?? ""}`,
      dots: spreadOver(line.steps, MAX_STEPS).map((step) => ({
        x: step.value,
        y: step.estimate?.mean,
        low: step.estimate?.low,
        high: step.estimate?.high,
        label: words(asked, line, step),
        trouble: step.diverged > 0,
      })),
    }),
  );
  const draw = (size: Size): Safe =>
    linesChart(
      {
        title,
        desc: `${plural(lines.length, "line")} over ${plural(new Set(steps.map(({ value }) => value)).size, "value")} of ${setting}.`,
        ...axesFor(size),
        lines: drawn,
      },
      size,
    );
  return { draw, note: axesFor("wide").y.note };
}

/** The numbers behind such a chart. */
export function settingTable({ title, setting, metric, lines }: SettingLines): Safe {
  return tableBehind({
    summary: `Table: ${title}`,
    heads: ["activation", setting, metricTitle(metric), "trials", "diverged"],
    rows: lines.flatMap((line) =>
      spreadOver(line.steps, MAX_STEPS).map((step) => [
        name(line.name),
        formatNumber(step.value),
        formatEstimate(metric, step.estimate),
        String(step.trials),
        String(step.diverged),
      ]),
    ),
  });
}
