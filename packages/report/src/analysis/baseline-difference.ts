import { canonicalJson } from "@actbench/core/internal";
import { type Estimate, tInterval } from "../stats/t-interval.js";
import { pairPoints } from "../verdict/pair-points.js";
import type { Finalist, RunView } from "../view/run-view.js";

/**
 * Difference of a finalist from the baseline's finalist on fresh seeds, paired by seed, with Student's
 * interval; absent for the baseline itself.
 */
export function baselineDifference(view: RunView, finalist: Finalist): Estimate | undefined {
  const base = baselineFinalist(view);
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

/** The finalist of the baseline's activation. */
export function baselineFinalist({ study, finalists }: RunView): Finalist | undefined {
  const { activation } = study.baseline ?? {};
  if (activation === undefined) return undefined;
  const key = canonicalJson(activation);
  return finalists.find(({ chosen }) => {
    const own = chosen.configuration.settings.activation;
    return own !== undefined && canonicalJson(own) === key;
  });
}
