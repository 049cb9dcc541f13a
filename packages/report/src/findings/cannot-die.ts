import { formatInteger } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import { metricKind, metricTitle } from "../metrics/metric-name.js";
import { cannotDie } from "../view/activation-view.js";
import { fateOf } from "../view/fate.js";
import { otherSettings } from "../view/other-settings.js";
import type { PointView } from "../view/point-view.js";
import { probeSize } from "../view/probe-size.js";
import type { RunView } from "../view/run-view.js";
import { type Finding, finding } from "./finding.js";
import { losesUnits } from "./lost-units.js";

function immortal(view: RunView, { point, completed }: PointView): boolean {
  const { activation } = point.spec.model;
  return (
    completed > 0 && activation.length > 0 && activation.every((spec) => cannotDie(view.activation(spec)))
  );
}

/**
 * Points that learn where another activation, at equal settings, loses units, and whose own units cannot die: their
 * dead rate is 0 by definition, so the inactive rate stands beside it.
 */
export function cannotDieFindings(view: RunView): readonly Finding[] {
  const places = new Set(
    view.points.filter((p) => losesUnits(view, p)).map((p) => otherSettings(p, "activation")),
  );
  const shown = metricKind(view.metric) === "accuracy" ? view.metric : "train_accuracy";
  return view.ranked
    .filter((point) => immortal(view, point) && places.has(otherSettings(point, "activation")))
    .filter((point) => fateOf(view, point) === "learned" && point.diverged === 0)
    .map((point) =>
      finding("cannot_die", "good", [
        { name: point.point.label },
        ` learns where another activation loses units: ${metricTitle(shown)} ${formatEstimate(shown, point.estimate(shown))}.`,
        " Its dead rate is 0 by definition, since its slope is zero nowhere",
        point.estimate("inactive_rate") === undefined
          ? "."
          : `; inactive ${formatEstimate("inactive_rate", point.estimate("inactive_rate"))} (probe of ${probeSize(point).map(formatInteger).join(" or ")} examples).`,
      ]),
    );
}
