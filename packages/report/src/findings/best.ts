import { formatEffect, formatEstimate } from "../format/format-estimate.js";
import { metricTitle } from "../metrics/metric-name.js";
import { trialValue } from "../metrics/trial-value.js";
import { pairedDifference } from "../stats/paired-difference.js";
import type { RunView } from "../view/run-view.js";
import { type Finding, finding } from "./finding.js";

/** The best point by the study's metric, and whether the seeds can tell it from the next one. */
export function best(view: RunView): readonly Finding[] {
  const { metric, confidence, metricSign } = view;
  const [first, second] = view.ranked;
  const estimate = first?.estimate(metric);
  if (first === undefined || estimate === undefined) return [];
  const test = metric === "test_accuracy" ? undefined : first.estimate("test_accuracy");
  const top = finding(
    "best",
    "good",
    [
      { name: first.point.label },
      ` has the best ${metricTitle(metric)}: ${formatEstimate(metric, estimate)}`,
      first.diverged > 0 && ` (${first.diverged} of ${first.trials.length} seeds diverged)`,
      test !== undefined && `; test accuracy ${formatEstimate("test_accuracy", test)}`,
      ".",
    ].filter((part) => part !== false),
  );
  if (second?.estimate(metric) === undefined) return [top];
  const { difference } = pairedDifference(
    first.trials.map((trial) => {
      const rival = second.trials.find(({ planned }) => planned.seed === trial.planned.seed);
      return [trialValue(rival?.record, metric), trialValue(trial.record, metric)];
    }),
    confidence,
  );
  if (difference === undefined) return [top];
  const { low, high } = difference;
  const apart = low !== undefined && high !== undefined && (metricSign > 0 ? low > 0 : high < 0);
  return [
    top,
    finding("lead", "note", [
      "Its lead over the next, ",
      { name: second.point.label },
      `, is ${formatEffect(metric, difference)}, paired by seed: `,
      difference.n < 2
        ? "one seed cannot say whether that would hold for another."
        : apart
          ? "the interval excludes 0. It is not corrected for having picked the best of many."
          : "the interval includes 0, so these seeds do not tell the two apart.",
    ]),
  ];
}
