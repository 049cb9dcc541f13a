import { SUBSETS, taskOf } from "@actbench/core/internal";
import { formatNumber, formatPercent } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import { isMetricName, type MetricName } from "../metrics/metric-name.js";
import { chanceAt } from "../view/chance.js";
import type { RunView } from "../view/run-view.js";
import { outcomeOf } from "../view/training-outcome.js";
import { type Finding, finding } from "./finding.js";

/** Points whose network gives one answer to every input, at every completed seed. */
export function constant(view: RunView): readonly Finding[] {
  return view.ranked
    .filter((point) => outcomeOf(view, point) === "constant")
    .map((point) => {
      const { rankBy } = taskOf(point.configuration.spec.train);
      const metric = SUBSETS.map((subset) => `${subset}_${rankBy}`).find(
        (name): name is MetricName => isMetricName(name) && point.estimate(name) !== undefined,
      );
      const scored =
        metric === undefined
          ? ""
          : ` (${formatEstimate(metric, point.estimate(metric))} on ${metric.split("_")[0]})`;
      const chance = chanceAt(view, point);
      const level =
        chance !== undefined && "rmse" in chance
          ? `always predicting the mean has an RMSE of ${formatNumber(chance.rmse)}`
          : `the majority class has ${formatPercent(chance?.commonest ?? 0, 1)}`;
      return finding("constant", "bad", [
        { name: point.configuration.label },
        ` collapsed to a constant prediction at every completed seed${scored}; ${level}.`,
      ]);
    });
}
