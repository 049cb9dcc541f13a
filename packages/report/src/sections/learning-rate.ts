import { html } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { settingCurve } from "../view/setting-curve.js";
import { goodRatesTable } from "./good-rates-table.js";
import type { Section } from "./section.js";
import { type SettingLine, settingLines, settingTable } from "./setting-lines.js";

const AXIS = "train.lr";
const MAX_LINES = 16;

/** A line each activation, in the order of the plan. */
function linesOf(view: RunView): readonly SettingLine[] {
  const groups = new Map<string, PointView[]>();
  for (const point of view.points) {
    const key = point.activation ?? "no hidden layer";
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [point]);
    else group.push(point);
  }
  return [...groups].map(([activation, points]) => ({
    name: activation,
    color: points[0]?.color ?? 0,
    steps: settingCurve(points, ({ configuration }) => configuration.spec.train.lr, view),
  }));
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
    const lines = linesOf(view).filter(({ steps }) => steps.some(({ estimate }) => estimate !== undefined));
    if (lines.length === 0) return { absent: "No trial has completed yet." };
    const shown = lines.slice(0, MAX_LINES);
    const asked = {
      title: `${metricTitle(view.metric)} by learning rate`,
      setting: "learning rate",
      metric: view.metric,
      lines: shown,
    };
    const { figure, note } = settingLines(asked);
    return html`<p class="note">Mean over seeds, within each seed over all other settings, with its interval as a band; n is the number of seeds. Diverged trials are in no mean: a hollow dot has some, a cross stands where none completed. A flat line is an activation that forgives a wrong learning rate. ${note}${lines.length > shown.length && ` Shown are the first ${shown.length} of ${lines.length} activations.`}</p>
${figure}
${settingTable(asked)}
${goodRatesTable(view)}`;
  },
};
