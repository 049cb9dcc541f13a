import { formatInteger } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import { metricTitle } from "../metrics/metric-name.js";
import type { PointView } from "../view/point-view.js";
import { probeSize } from "../view/probe-size.js";
import type { RunView } from "../view/run-view.js";
import { outcomeOf } from "../view/training-outcome.js";
import { type Finding, finding } from "./finding.js";
import { learnedBy } from "./learned-by.js";

// A tenth of the units is a loss that a wider network would notice, and above what initialization alone
// kills.
const NOTABLE = 0.1;

/** Whether a point lost a tenth of its units or more and learned all the same. */
export function losesUnits(view: RunView, point: PointView): boolean {
  return (point.estimate("dead_rate")?.mean ?? 0) >= NOTABLE && outcomeOf(view, point) === "learned";
}

/** Points that lost a tenth of their units or more and learned all the same. */
export function lostUnits(view: RunView): readonly Finding[] {
  const shown = learnedBy(view);
  return view.ranked
    .filter((point) => losesUnits(view, point))
    .map((point) =>
      finding("lost_units", "bad", [
        { name: point.configuration.label },
        ` still trains although units died: dead ${formatEstimate("dead_rate", point.estimate("dead_rate"))}`,
        ` (measured on ${probeSize(point).map(formatInteger).join(" or ")} examples)`,
        turnoverWords(point),
        `; ${metricTitle(shown)} ${formatEstimate(shown, point.estimate(shown))}.`,
      ]),
    );
}

/** How many died and how many of those came back, where the study counts it. */
function turnoverWords(point: PointView): string {
  const [died, revived] = [point.estimate("died_rate"), point.estimate("revived_rate")];
  if (died === undefined || revived === undefined) return "";
  return `; ${formatEstimate("died_rate", died)} died at some epoch, and ${formatEstimate("revived_rate", revived)} of those came back`;
}
