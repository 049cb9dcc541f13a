import type { Claim } from "@actbench/core/internal";
import { choiceFor } from "../effects/choose.js";
import type { MetricName } from "../metrics/metric-name.js";
import { countSeeds } from "../verdict/counted.js";
import { groupsRemark } from "../verdict/groups-remark.js";
import { type Pair, pairedSample } from "../verdict/paired-sample.js";
import { neverDead } from "../view/never-dead.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { bestPoints } from "./best-points.js";
import { claimComparable } from "./claim-comparable.js";
import type { ClaimDraft, ClaimQuestion } from "./claim-draft.js";
import { nameOf } from "./name-of.js";
import { sidePoints } from "./side-points.js";

/** A claim about values: within each seed the mean over the claim's points, minus the bound. */
export function boundClaim(
  view: RunView,
  claim: Claim,
  { metric, expectation }: ClaimQuestion,
): ClaimDraft | string {
  const points = sidePoints(view, claim.where ?? {});
  if (points.length === 0) return "no configuration of the study has these settings";
  const judged = claim.at === "best" ? bestPoint(view, points, metric) : { points, metric };
  if (typeof judged === "string") return judged;
  const seeds = [
    ...new Set(judged.points.flatMap(({ trials }) => trials.map(({ planned }) => planned.seed))),
  ];
  const pairs = seeds
    .sort((a, b) => a - b)
    .map((seed) =>
      judged.points.flatMap((point): Pair[] => {
        const counted = countSeeds(view, point, judged.metric).get(seed);
        return counted === undefined ? [] : [{ a: { value: 0, diverged: false }, b: counted }];
      }),
    );
  const sides = judged.points.map((point) => ({ view, point }));
  const remark = groupsRemark([["it", sides]], judged.metric);
  const sample = { ...pairedSample(pairs), ...(remark !== undefined && { remark }) };
  return {
    metric: judged.metric,
    expectation,
    points: claim.at === "best" ? points : judged.points,
    subject: nameOf(judged.points),
    byDefinition: judged.metric === "dead_rate" && judged.points.every((point) => neverDead(view, point)),
    comparable: claimComparable(view, claim, { sample, metric: judged.metric, expectation }),
  };
}

function bestPoint(view: RunView, points: readonly PointView[], metric: MetricName) {
  const choice = choiceFor(view, metric);
  if (choice === undefined) return "no validation examples were held out, so settings cannot be chosen";
  const best = bestPoints(view, [points], choice.chosenBy);
  return best === undefined
    ? "no configuration has a result to choose by"
    : { points: best, metric: choice.metric };
}
