import { html, type Safe } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
import { type CurveLine, curveLines } from "../sections/curves/curve-lines.js";
import { curveMetric } from "../sections/curves/curve-metric.js";
import { curvesOverlay } from "../sections/curves/overlay.js";
import { rateLines } from "../sections/learning-rate.js";
import { settingLines, settingTable } from "../sections/setting-lines.js";
import type { PageView } from "../view/page-view.js";
import { runLetter } from "./run-letter.js";

/** Lines of all runs together that can still be told apart. */
const MAX_LINES = 16;
/** Strokes that the style sheet knows. */
const DASHES = 4;

/** A stroke for each run: an activation has one color wherever it stands. */
const dashOf = (run: number): string => ` dash-${run % DASHES}`;

const perRun = (views: readonly unknown[]): number => Math.max(1, Math.floor(MAX_LINES / views.length));

/** Charts with lines of several runs, each named with its activation and its run. */
export function commonCharts(views: readonly PageView[]): Safe {
  return html`${commonCurves(views)}${commonRates(views)}`;
}

const strokes = (views: readonly PageView[]): string =>
  `Strokes: ${views.map((_, i) => `${runLetter(i)} ${["solid", "dashed", "dotted", "dash-dotted"][i % DASHES]}`).join(", ")}.`;

function commonCurves(views: readonly PageView[]): Safe | false {
  const [metric, ...others] = new Set(views.map(curveMetric));
  if (metric === undefined || others.length > 0) return false;
  const most = perRun(views);
  const lines = views.flatMap((view, i) =>
    curveLines(view, most).map(
      ({ name, point }): CurveLine => ({ name: `${name} · ${runLetter(i)}`, point, dash: dashOf(i) }),
    ),
  );
  const overlay = curvesOverlay({
    prefix: "runs-",
    legend: "Mean of each activation's best configuration in each run",
    lines,
    metric,
  });
  const cut = views.some((view) => curveLines(view, most + 1).length > most);
  return (
    overlay &&
    html`<h2>Learning curves of all runs</h2>
<p class="note">${strokes(views)}${cut && ` Shown are the first ${most} of each run.`}</p>
${overlay}`
  );
}

function commonRates(views: readonly PageView[]): Safe | false {
  const [metric, ...others] = new Set(views.map((view) => view.metric));
  if (metric === undefined || others.length > 0) return false;
  const most = perRun(views);
  const all = views.map((view) =>
    rateLines(view).filter(({ steps }) => steps.some(({ estimate }) => estimate !== undefined)),
  );
  const lines = all.flatMap((of, i) =>
    of.slice(0, most).map((line) => ({ ...line, name: `${line.name} · ${runLetter(i)}`, dash: dashOf(i) })),
  );
  const rates = new Set(lines.flatMap(({ steps }) => steps.map(({ value }) => value)));
  if (rates.size < 2) return false;
  const asked = {
    title: `${metricTitle(metric)} by learning rate`,
    setting: "learning rate",
    metric,
    lines,
  };
  return html`<h2>Sensitivity to the learning rate in all runs</h2>
<p class="note">Mean over seeds, within each seed over all other settings of its run, with its confidence interval as a band. ${strokes(views)}${all.some((of) => of.length > most) && ` Shown are the first ${most} activations of each run.`}</p>
${settingLines(asked).figure}
${settingTable(asked)}`;
}
