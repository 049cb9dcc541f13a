import { formatInteger, plural } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import { estimateMetric } from "../metrics/estimate-metric.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import { trialValue } from "../metrics/trial-value.js";
import { mean } from "../stats/mean.js";
import type { Estimate } from "../stats/t-interval.js";
import { neverDead } from "../view/never-dead.js";
import { otherSettings } from "../view/other-settings.js";
import type { PointView } from "../view/point-view.js";
import { probeSize } from "../view/probe-size.js";
import type { RunView } from "../view/run-view.js";
import { outcomeOf } from "../view/training-outcome.js";
import { type Finding, finding } from "./finding.js";
import { learnedBy } from "./learned-by.js";
import { losesUnits } from "./lost-units.js";

/** Points whose units cannot die, by activation, in rank order. */
function immortals(view: RunView): ReadonlyMap<string, readonly PointView[]> {
  const found = new Map<string, PointView[]>();
  for (const point of view.ranked) {
    const { activation } = point;
    if (activation === undefined || !neverDead(view, point)) continue;
    const known = found.get(activation);
    if (known === undefined) found.set(activation, [point]);
    else known.push(point);
  }
  return found;
}

/** The mean over points within each seed, so that n counts seeds. */
function pooled(view: RunView, points: readonly PointView[], metric: MetricName): Estimate | undefined {
  const bySeed = new Map<number, number[]>();
  for (const { planned, record } of points.flatMap(({ trials }) => trials)) {
    const value = trialValue(record, metric);
    if (value === undefined) continue;
    const known = bySeed.get(planned.seed);
    if (known === undefined) bySeed.set(planned.seed, [value]);
    else known.push(value);
  }
  return estimateMetric(
    metric,
    [...bySeed.values()].flatMap((values) => mean(values) ?? []),
    view.confidence,
  );
}

function lives(view: RunView, label: string, points: readonly PointView[]): readonly Finding[] {
  const learned = points.filter((point) => point.diverged === 0 && outcomeOf(view, point) === "learned");
  if (learned.length === 0) return [];
  const shown = learnedBy(view);
  const inactive = pooled(view, learned, "inactive_rate");
  const probes = [...new Set(learned.flatMap(probeSize))].map(formatInteger).join(" or ");
  const places =
    learned.length === points.length
      ? plural(points.length, "setting")
      : `${learned.length} of ${points.length} settings`;
  return [
    finding("cannot_die", "good", [
      { name: label },
      ` has no dead units where another activation loses them, at ${places}: ${metricTitle(shown)} ${formatEstimate(shown, pooled(view, learned, shown))}.`,
      " It cannot have dead units: its derivative is zero on no interval",
      inactive === undefined
        ? "."
        : `; inactive ${formatEstimate("inactive_rate", inactive)} (measured on ${probes} examples).`,
    ]),
  ];
}

/**
 * Activations that learn where another one, at equal settings, loses units, and whose own units cannot die:
 * their dead rate is 0 by definition, so the inactive rate stands beside it.
 */
export function cannotDieFindings(view: RunView): readonly Finding[] {
  const places = new Set(
    view.points.filter((point) => losesUnits(view, point)).map((point) => otherSettings(point, "activation")),
  );
  const all = immortals(view);
  if (places.size > 0)
    return [...all].flatMap(([label, points]) =>
      lives(
        view,
        label,
        points.filter((point) => places.has(otherSettings(point, "activation"))),
      ),
    );
  if (all.size === 0 || view.points.every((point) => point.estimate("inactive_rate") === undefined))
    return [];
  const names = [...all.keys()].flatMap((label, i) =>
    i === 0 ? [{ name: label }] : [", ", { name: label }],
  );
  return [
    finding("cannot_die", "note", [
      "No unit can be dead with ",
      ...names,
      ": the derivative is zero on no interval. Their inactive rates are in the leaderboard.",
    ]),
  ];
}
