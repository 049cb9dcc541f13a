import { canonicalJson } from "@actbench/core/internal";
import { type Estimate, tInterval } from "../stats/t-interval.js";
import { pairPoints } from "../verdict/pair-points.js";
import type { Finalist, RunView } from "../view/run-view.js";

/**
 * Difference of a finalist from the baseline's finalist in the study's metric on fresh seeds, paired by seed,
 * with Student's interval; absent for the baseline itself.
 */
export function baselineDifference(view: RunView, finalist: Finalist): Estimate | undefined {
  const base = baselineFinalist(view, datasetOf(finalist));
  if (base === undefined || base === finalist) return undefined;
  const { differences } = pairPoints(
    [
      [
        { view, point: base.fresh },
        { view, point: finalist.fresh },
      ],
    ],
    view.metric,
  );
  return differences.every(Number.isFinite) ? tInterval(differences, view.confidence) : undefined;
}

/** The finalist of the baseline's activation on a dataset. */
export function baselineFinalist(
  { study, finalists }: Pick<RunView, "study" | "finalists">,
  dataset: string,
): Finalist | undefined {
  const { activation } = study.baseline ?? {};
  if (activation === undefined) return undefined;
  const key = canonicalJson(activation);
  return finalists.find((one) => {
    const own = one.chosen.configuration.settings.activation;
    return own !== undefined && canonicalJson(own) === key && datasetOf(one) === dataset;
  });
}

/** What a finalist was trained on: finalists of one dataset are compared with each other. */
export function datasetOf({ chosen }: Finalist): string {
  return chosen.configuration.spec.dataset.name;
}
