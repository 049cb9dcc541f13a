import { html } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { settingCurve } from "../view/setting-curve.js";
import type { Section } from "./section.js";
import { type SettingLines, settingLines, settingTable } from "./setting-lines.js";

/** An activation's parameter that the study gives several values. */
interface VariedParam {
  readonly activation: string;
  readonly param: string;
  readonly points: readonly PointView[];
}

const paramValue = (
  { configuration }: PointView,
  { activation, param }: Omit<VariedParam, "points">,
): number | undefined => {
  const [first] = configuration.spec.model.activation;
  return first?.name === activation ? first.params.find(({ name }) => name === param)?.value : undefined;
};

function variedParams(view: RunView): readonly VariedParam[] {
  const found = new Map<string, VariedParam>();
  for (const { configuration } of view.points)
    for (const { name: param } of configuration.spec.model.activation[0]?.params ?? []) {
      const activation = configuration.spec.model.activation[0]?.name ?? "";
      const asked = { activation, param };
      const key = JSON.stringify(asked);
      if (found.has(key)) continue;
      const points = view.points.filter((one) => paramValue(one, asked) !== undefined);
      if (new Set(points.map((one) => paramValue(one, asked))).size > 1) found.set(key, { ...asked, points });
    }
  return [...found.values()];
}

const METRICS = ["inactive_rate", "dead_rate"] as const;

function chartsOf(view: RunView, varied: VariedParam): readonly SettingLines[] {
  const { activation, param, points } = varied;
  const metrics = [view.metric, ...METRICS.filter((metric) => metric !== view.metric)];
  return metrics.flatMap((metric): SettingLines[] => {
    const steps = settingCurve(points, (point) => paramValue(point, varied), {
      metric,
      confidence: view.confidence,
    });
    // A rate that is the same everywhere, 0 for an activation whose units cannot die, is no curve.
    const values = new Set(steps.flatMap(({ estimate }) => estimate?.mean ?? []));
    if (values.size === 0 || (metric !== view.metric && values.size === 1)) return [];
    const line = { name: activation, color: points[0]?.color ?? 0, steps };
    return [
      {
        title: `${metricTitle(metric)} by ${param} of ${activation}`,
        setting: param,
        metric,
        lines: [line],
        half: true,
      },
    ];
  });
}

/** What the parameter of an activation does, where the study varies it. */
export const alphaSection: Section = {
  id: "alpha",
  title: "Parameters of activations",
  render(view) {
    const charts = variedParams(view).flatMap((varied) => chartsOf(view, varied));
    if (charts.length === 0)
      return {
        absent: "No parameter of an activation has several values.",
        yaml: "parameters: { activation: [{ name: leaky_relu, alpha: [0.01, 0.1, 0.3] }] }",
      };
    const drawn = charts.map(settingLines);
    const notes = [...new Set(drawn.map(({ note }) => note))];
    return html`<p class="note">Mean over seeds, within each seed over all other settings, with its confidence interval as a band. A trained parameter is at its start value. ${notes.join(" ")}</p>
<div class="pair">${drawn.map(({ figure }) => figure)}</div>
${charts.map(settingTable)}`;
  },
};
