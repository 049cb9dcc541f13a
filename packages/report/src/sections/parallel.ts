import { type Axis, canonicalJson, type Json } from "@actbench/core/internal";
import { metricAxis } from "../charts/metric-axis.js";
import { numberAxis } from "../charts/number-axis.js";
import { parallelCoordinates, type UprightAxis } from "../charts/parallel-coordinates.js";
import { plural, shorten } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import { html } from "../html/html.js";
import { mainScores } from "../metrics/main-scores.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { spreadOver } from "../view/spread-over.js";
import type { Section } from "./section.js";
import { shownAxis, shownValue } from "./shown-value.js";
import { wideFigure } from "./wide-figure.js";

const MAX_LINES = 400;
const MAX_AXES = 9;
const MAX_TICKS = 14;
/** Beside the scores that the tasks are ranked by. */
const OTHER_RESULTS: readonly MetricName[] = ["train_loss", "inactive_rate", "samples_per_s"];

/** An axis with the place of each point on it. */
interface PlacedAxis extends UprightAxis {
  placeOf(point: PointView): number | undefined;
}

/** The chart's own unit is a share of an axis' height. */
const SHARE: readonly [number, number] = [0, 1];
const GAP = 0.08;

function settingAxis({ name, values }: Axis): PlacedAxis {
  const label = shownAxis(name);
  const read = ({ configuration }: PointView): Json | undefined => configuration.settings[name];
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length === values.length) {
    const axis = numberAxis({ label, values: numbers, range: SHARE, gap: GAP });
    return {
      name: label,
      ticks: axis.ticks,
      placeOf: (point) => {
        const value = read(point);
        return typeof value === "number" ? axis.at(value) : undefined;
      },
    };
  }
  // The first value on top, as in the sweep file.
  const places = new Map(
    values.map((value, i) => [canonicalJson(value), values.length === 1 ? 0.5 : 1 - i / (values.length - 1)]),
  );
  return {
    name: label,
    ticks:
      values.length > MAX_TICKS
        ? []
        : values.map((value) => ({ at: places.get(canonicalJson(value)) ?? 0, label: shownValue(value) })),
    placeOf: (point) => {
      const value = read(point);
      return value === undefined ? undefined : places.get(canonicalJson(value));
    },
  };
}

function resultAxis(metric: MetricName, points: readonly PointView[]): PlacedAxis {
  const values = points.flatMap((point) => point.estimate(metric)?.mean ?? []);
  const { at, ticks } = metricAxis({ metric, values, range: SHARE, gap: GAP });
  return {
    name: metric === "samples_per_s" ? "throughput" : metricTitle(metric),
    ticks,
    placeOf: (point) => {
      const mean = point.estimate(metric)?.mean;
      return mean === undefined ? undefined : at(mean);
    },
  };
}

function axesOf(view: RunView, points: readonly PointView[]): readonly PlacedAxis[] {
  const varied = view.study.axes.filter(({ values }) => values.length > 1);
  const wanted = [view.metric, ...mainScores(view.study, ["validation", "test"]), ...OTHER_RESULTS];
  const results = [...new Set(wanted)].filter((metric) =>
    points.some((point) => point.estimate(metric) !== undefined),
  );
  const settings = varied.slice(0, MAX_AXES - Math.min(4, results.length));
  return [
    ...settings.map(settingAxis),
    ...results.slice(0, MAX_AXES - settings.length).map((metric) => resultAxis(metric, points)),
  ];
}

/** All points at once, through their settings and results. */
export const parallelSection: Section = {
  id: "parallel",
  title: "All points in parallel",
  render(view) {
    const shown = spreadOver(view.ranked, MAX_LINES);
    const axes = axesOf(view, shown);
    if (shown.length === 0 || axes.length < 2)
      return { absent: "There is nothing to set side by side: no axis, or no completed trial." };
    const chart = parallelCoordinates({
      title: "Settings and results of every point",
      desc: `${plural(shown.length, "point")} through ${axes.map(({ name }) => name).join(", ")}.`,
      axes,
      // The best last, so that they are drawn above the others.
      lines: shown.toReversed().map((point) => ({
        point: point.index,
        color: point.color,
        label: `${shorten(point.configuration.label, 80)}: ${formatEstimate(view.metric, point.estimate(view.metric))}`,
        places: axes.map((axis) => axis.placeOf(point)),
      })),
    });
    const left = view.ranked.length - shown.length;
    return html`<p class="note">A line is a point, in the colour of its activation: its settings on the left, means over its completed seeds on the right; below an axis it has no value there. <span class="live">Drag along an axis to brush it: the trial table keeps what every brush lets through, and all other charts dim the rest. With the keyboard: Tab to an axis, arrow keys move the brush, with Shift they stretch it, Escape clears it.</span>${left > 0 && ` Shown are ${shown.length} of ${view.ranked.length} points, evenly over the ranking; a brush hides those not shown.`} The numbers stand in the leaderboard and the trial table.</p>
${wideFigure({ title: "Settings and results of every point", body: chart })}
<p class="note"><output class="brushed-points"></output></p>`;
  },
};
