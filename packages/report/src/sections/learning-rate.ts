import type { DrawnChart } from "../figure/drawn-chart.js";
import { html } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
import { grouped } from "../view/grouped.js";
import type { RunView } from "../view/run-view.js";
import { settingCurve } from "../view/setting-curve.js";
import { goodRatesTable } from "./good-rates-table.js";
import type { Section } from "./section.js";
import {
  drawSettingLines,
  type SettingLine,
  type SettingLines,
  settingLines,
  settingTable,
} from "./setting-lines.js";

const AXIS = "train.lr";
const MAX_LINES = 16;

/** A line each activation, in the order of the plan. */
export function rateLines(view: RunView): readonly SettingLine[] {
  const groups = grouped(view.points, ({ activation = "no hidden layer" }) => activation);
  return [...groups].map(([activation, points]) => ({
    name: activation,
    color: points[0]?.color ?? 0,
    steps: settingCurve(points, ({ configuration }) => configuration.spec.train.lr, view),
  }));
}

/** The lines of a run, undefined where it has one learning rate or no result. */
function linesAsked(view: RunView): (SettingLines & { readonly all: number }) | undefined {
  const rates = new Set(view.points.map(({ configuration }) => configuration.spec.train.lr));
  const lines = rateLines(view).filter(({ steps }) => steps.some(({ estimate }) => estimate !== undefined));
  if (rates.size < 2 || lines.length === 0) return undefined;
  return {
    title: `${metricTitle(view.metric)} by learning rate`,
    setting: "learning rate",
    metric: view.metric,
    lines: lines.slice(0, MAX_LINES),
    all: lines.length,
  };
}

/** The chart of this section alone. */
export function learningRateChart(view: RunView): DrawnChart | undefined {
  const asked = linesAsked(view);
  return (
    asked && {
      title: asked.title,
      marks: `mean ${metricTitle(view.metric)} over all other settings by learning rate; band: interval; hollow: some seeds diverged; ×: all diverged`,
      hasIntervals: true,
      draw: drawSettingLines(asked).draw,
    }
  );
}

/** How much the learning rate matters to each activation. */
export const learningRateSection: Section = {
  id: "learning-rate",
  title: "Sensitivity to the learning rate",
  render(view) {
    const rates = new Set(view.points.map(({ configuration }) => configuration.spec.train.lr));
    if (rates.size < 2)
      return {
        absent: "Only one learning rate was tried.",
        yaml: `parameters: { ${AXIS}: [0.03, 0.1, 0.3] }`,
      };
    const asked = linesAsked(view);
    if (asked === undefined) return { absent: "No trial has completed yet." };
    const { figure, note } = settingLines(asked);
    return html`<p class="note">Mean over seeds, within each seed over all other settings, with its confidence interval as a band; n is the number of seeds. Diverged trials are excluded; hollow: some seeds diverged; ×: all diverged. A flat line means low sensitivity to the learning rate. ${note}${asked.all > asked.lines.length && ` Shown are the first ${asked.lines.length} of ${asked.all} activations.`}</p>
${figure}
${settingTable(asked)}
${goodRatesTable(view)}`;
  },
};
