import type { Claim } from "@actbench/core/internal";
import { choiceFor } from "../effects/choose.js";
import type { MetricName } from "../metrics/metric-name.js";
import { type Couple, pairPoints } from "../verdict/pair-points.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { bestCouples } from "./best-couples.js";
import { claimComparable } from "./claim-comparable.js";
import type { ClaimDraft, ClaimQuestion } from "./claim-draft.js";
import { claimSides } from "./claim-sides.js";
import { equalCouples, type TwoSides } from "./equal-couples.js";
import { nameOf } from "./name-of.js";
import { sidePoints } from "./side-points.js";

/**
 * A claim about two sides: at equal other settings, or each at its own best. Subject is the one named first.
 */
export function compareClaim(
  view: RunView,
  claim: Claim,
  { metric, expectation }: ClaimQuestion,
): ClaimDraft | string {
  const [subject, reference] = claimSides(claim).map((side) => sidePoints(view, side)) as [
    readonly PointView[],
    readonly PointView[],
  ];
  if (subject.length === 0 || reference.length === 0)
    return "no configuration of the study has the settings of a side";
  const found =
    claim.at === "best"
      ? atOwnBest(view, [subject, reference], metric)
      : atEqual(view, [subject, reference], { metric, axes: Object.keys(claim.compare ?? {}) });
  if (typeof found === "string") return found;
  const { couples, judgedBy } = found;
  const points = [...new Set(couples.flatMap(([a, b]) => [a.point, b.point]))];
  const names = (place: 0 | 1): string => nameOf(couples.map((couple) => couple[place].point));
  return {
    metric: judgedBy,
    expectation,
    points: claim.at === "best" ? [...subject, ...reference] : points,
    subject: names(1),
    reference: names(0),
    comparable: claimComparable(view, claim, {
      sample: pairPoints(couples, judgedBy),
      metric: judgedBy,
      expectation,
    }),
  };
}

interface Sides {
  /** Reference first. */
  readonly couples: readonly Couple[];
  readonly judgedBy: MetricName;
}

function atOwnBest(view: RunView, [subject, reference]: TwoSides, metric: MetricName): Sides | string {
  const choice = choiceFor(view, metric);
  if (choice === undefined) return "no validation examples were held out, so settings cannot be chosen";
  const couples = bestCouples(view, [reference, subject], choice.chosenBy);
  return couples === undefined
    ? "a side has no configuration with a result to choose by"
    : { couples, judgedBy: choice.metric };
}

function atEqual(
  view: RunView,
  sides: TwoSides,
  { metric, axes }: { readonly metric: MetricName; readonly axes: readonly string[] },
): Sides | string {
  const couples = equalCouples(view, sides, axes);
  return couples.length === 0
    ? "no two configurations of the sides match in all other settings"
    : { couples, judgedBy: metric };
}
