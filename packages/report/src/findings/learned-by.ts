import { mainScores } from "../metrics/main-scores.js";
import type { MetricName } from "../metrics/metric-name.js";
import { isOfNumbers, isSuccessShare } from "../metrics/within-bounds.js";
import type { RunView } from "../view/run-view.js";

/**
 * The score that shows how much a network has learned: the study's metric where it is one, else that of the
 * training rows.
 */
export function learnedBy(view: RunView): MetricName {
  if (isSuccessShare(view.metric) || isOfNumbers(view.metric)) return view.metric;
  const [first = "train_accuracy"] = mainScores(view.study, ["train"]);
  return first;
}
