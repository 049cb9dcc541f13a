import { curveValue } from "../../metrics/curve-value.js";
import { mainScores } from "../../metrics/main-scores.js";
import { type EpochMetric, isEpochMetric } from "../../metrics/metric-name.js";
import type { RunView } from "../../view/run-view.js";

/** The study's metric where it has a curve, else the first that was measured. */
export function curveMetric(view: RunView): EpochMetric | undefined {
  const wanted: readonly EpochMetric[] = [
    ...(isEpochMetric(view.metric) ? [view.metric] : []),
    ...mainScores(view.study, ["validation", "test", "train"]),
    "train_loss",
  ];
  return wanted.find((metric) =>
    view.trials.some(({ curve }) => curve.some((epoch) => curveValue(epoch, metric) !== undefined)),
  );
}
