import { type Axis, canonicalJson, type Json } from "@actbench/core/internal";
import { metricAxis } from "../charts/metric-axis.js";
import { numberAxis } from "../charts/number-axis.js";
import { parallelCoordinates, type UprightAxis } from "../charts/parallel-coordinates.js";
import type { Size } from "../charts/sizes.js";
import { plural, shorten } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import { html, type Safe } from "../html/html.js";
import { mainScores } from "../metrics/main-scores.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { spreadOver } from "../view/spread-over.js";
import type { Section } from "./section.js";
import { shownAxis, shownValue } from "./shown-value.js";
import { wideFigure } from "./wide-figure.js";

const MAX_LINES = 400;
const MAX_NARROW = 100;
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

/** What a phone has room for: settings and the first results. */
function fewAxes({ study }: RunView, axes: readonly PlacedAxis[]): readonly PlacedAxis[] {
  const settings = study.axes.filter(({ values }) => values.length > 1).length;
  const results = axes.slice(Math.min(settings, axes.length - 1));
  return [...axes.slice(0, Math.min(settings, 3)), ...results.slice(0, 2)].slice(0, 4);
}

/** All points at once, through their settings and results. */
export const parallelSection: Section = {
  id: "parallel",
  title: "All configurations in parallel",
  render(view) {
    const shown = spreadOver(view.ranked, MAX_LINES);
    const axes = axesOf(view, shown);
    if (shown.length === 0 || axes.length < 2)
      return { absent: "Needs a setting with several values and a completed trial." };
    const draw = (size: Size): Safe => {
      const drawn = size === "wide" ? axes : fewAxes(view, axes);
      return parallelCoordinates(
        {
          title: "Settings and results of every configuration",
          desc: `${plural(shown.length, "configuration")} through ${drawn.map(({ name }) => name).join(", ")}.`,
          axes: drawn,
          // The best last, so that they are drawn above the others.
          lines: spreadOver(shown, size === "wide" ? MAX_LINES : MAX_NARROW)
            .toReversed()
            .map((point) => ({
              point: point.index,
              color: point.color,
              label: `${shorten(point.configuration.label, 80)}: ${formatEstimate(view.metric, point.estimate(view.metric))}`,
              places: drawn.map((axis) => axis.placeOf(point)),
            })),
        },
        size,
      );
    };
    const left = view.ranked.length - shown.length;
    return html`<p class="note">A line is a configuration in the color of its activation: settings on the left, means over its completed seeds on the right; lines drop below an axis where a value is missing. <span class="live">Drag along an axis to brush it: this filters the trial table and dims everything else. With the keyboard: Tab to an axis, arrow keys move the brush, with Shift they stretch it, Escape clears it.</span>${left > 0 && ` Shown are ${shown.length} of ${view.ranked.length} configurations, evenly over the ranking; a brush hides those not shown.`}</p>
${wideFigure({ title: "Settings and results of every configuration", draw })}
<p class="note"><output class="brushed-points"></output></p>`;
  },
};
