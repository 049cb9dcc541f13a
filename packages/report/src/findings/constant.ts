import { formatPercent } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import { chanceAt } from "../view/chance.js";
import type { RunView } from "../view/run-view.js";
import { outcomeOf } from "../view/training-outcome.js";
import { type Finding, finding } from "./finding.js";

/** Points whose network gives one answer to every input, at every completed seed. */
export function constant(view: RunView): readonly Finding[] {
  return view.ranked
    .filter((point) => outcomeOf(view, point) === "constant")
    .map((point) => {
      const metric = (["train_accuracy", "validation_accuracy", "test_accuracy"] as const).find(
        (name) => point.estimate(name) !== undefined,
      );
      const scored =
        metric === undefined
          ? ""
          : ` (${formatEstimate(metric, point.estimate(metric))} on ${metric.split("_")[0]})`;
      const commonest = formatPercent(chanceAt(view, point)?.commonest ?? 0, 1);
      return finding("constant", "bad", [
        { name: point.configuration.label },
        ` became a constant: at every completed seed it scores what one fixed answer scores${scored}; the commonest class has ${commonest}.`,
      ]);
    });
}
