import { isNotShown } from "../analysis/not-shown.js";
import { type TuningCurve, type TuningCurves, tuningCurves } from "../analysis/tuning-curve.js";
import { colorClass } from "../charts/color-class.js";
import { linesArea, linesChart } from "../charts/lines-chart.js";
import { metricAxis } from "../charts/metric-axis.js";
import { numberAxis } from "../charts/number-axis.js";
import type { Size } from "../charts/sizes.js";
import { chanceWords } from "../format/chance-words.js";
import { plural, shorten } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import { html, type Safe } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
import { withinBounds } from "../metrics/within-bounds.js";
import { spreadOver } from "../view/spread-over.js";
import { absentBecause } from "./absent-because.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { tableBehind } from "./table-behind.js";
import { wideFigure } from "./wide-figure.js";

const MAX_LINES = 16;
const MAX_DOTS = 24;

/** The steps of a curve that are drawn and tabled, by k. */
const stepsOf = ({ best }: TuningCurve) =>
  spreadOver(
    best.map((estimate, i) => ({ k: i + 1, estimate })),
    MAX_DOTS,
  );

function chart({ metric }: TuningCurves, curves: readonly TuningCurve[]): Safe {
  const means = curves.flatMap(({ best }) => best.map(({ mean }) => mean));
  const ends = curves.flatMap(({ best }) =>
    best.flatMap(({ mean, low = mean, high = mean }) => [low, high].map((end) => withinBounds(metric, end))),
  );
  const most = curves.reduce((a, { best }) => Math.max(a, best.length), 1);
  const title = `Expected ${metricTitle(metric)} of the best of k configurations`;
  const draw = (size: Size): Safe => {
    const { left, right, top, bottom } = linesArea(size);
    return linesChart(
      {
        title,
        desc: `${plural(curves.length, "activation")}, up to ${plural(most, "configuration")} each.`,
        x: numberAxis({
          label: "configurations tried, k",
          values: Array.from({ length: most }, (_, i) => i + 1),
          range: [left + 6, right - 6],
          gap: 30,
        }),
        y: metricAxis({ metric, values: means, ends, range: [bottom - 8, top + 4], gap: 26 }),
        lines: curves.map((curve) => ({
          name: curve.label,
          ink: colorClass(curve.color),
          dots: stepsOf(curve).map(({ k, estimate }) => ({
            x: k,
            y: estimate.mean,
            low: estimate.low,
            high: estimate.high,
            label: `${shorten(curve.label, 60)}, best of ${k}: ${formatEstimate(metric, estimate)}`,
            trouble: false,
          })),
        })),
      },
      size,
    );
  };
  return wideFigure({ title, draw });
}

/** What tuning is worth, and to whom. */
export const tuningSection: Section = {
  id: "tuning",
  title: "Tuning curve",
  render(view) {
    const found = tuningCurves(view);
    if (isNotShown(found)) return absentBecause(found, "parameters: { train.lr: [0.03, 0.1, 0.3] }");
    const { chosenBy, metric } = found;
    const measured = found.curves.filter(({ best }) => best.length > 0);
    if (measured.length === 0) return { absent: "No configuration has a value at every seed yet." };
    const curves = measured.slice(0, MAX_LINES);
    const leftOut = found.curves.reduce((sum, curve) => sum + curve.leftOut, 0);
    return html`<p class="note">The expected ${metricTitle(metric)} when k configurations of an activation are tried in random order and the best by ${metricTitle(chosenBy)} is kept, within each seed; band: confidence interval over seeds. High at k = 1: good without tuning. High at the right: best after tuning. A diverged trial counts as ${chanceWords(metric)}.${leftOut > 0 && ` ${plural(leftOut, "configuration is", "configurations are")} left out: a seed has no value there.`}${measured.length > curves.length && ` Shown are the first ${curves.length} of ${measured.length} activations.`}</p>
${chart(found, curves)}
${tableBehind({
  summary: "Table of the expected best of k",
  heads: ["activation", "k", metricTitle(metric)],
  rows: curves.flatMap((curve) =>
    stepsOf(curve).map(({ k, estimate }) => [name(curve.label), String(k), formatEstimate(metric, estimate)]),
  ),
})}`;
  },
};
