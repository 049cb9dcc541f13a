import { type Claim, type SpeedLane, speedId } from "@actbench/core/internal";
import { choiceFor, choose } from "../effects/choose.js";
import { type StepRatio, stepRatio } from "../speed/step-ratio.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { claimSides } from "./claim-sides.js";
import { decideSpeed, GOOD_TIME } from "./decide-speed.js";
import { declaredWhen } from "./declared.js";
import { equalCouples } from "./equal-couples.js";
import { expectationOf } from "./expectation.js";
import type { JudgedClaim } from "./judged-claim.js";
import { nameOf } from "./name-of.js";
import { sidePoints } from "./side-points.js";

/** Whether a claim is about the time of an update, which the isolated timing measures and no seed decides. */
export function isSpeedClaim({ metric }: Claim): boolean {
  return metric === "step_ns";
}

/** Two points, or a point and nanoseconds. */
type SpeedCouple = readonly [subject: PointView, against: PointView | number];

/**
 * Judges a claim on `step_ns` by the isolated timing: what lies within its noise floor, or was measured on a
 * loaded machine, stays undecided.
 */
export function speedClaim(view: RunView, claim: Claim): JudgedClaim {
  const asked = coupled(view, claim);
  const undecided = (why: string, points: readonly PointView[] = []): JudgedClaim => ({
    claim,
    verdict: "undecided",
    why,
    declared: declaredWhen(view, claim.id, points),
  });
  if (typeof asked === "string") return undecided(asked);
  const points = [...new Set(asked.flat().filter((side) => typeof side !== "number"))];
  if (view.speed === undefined)
    return undecided(
      "step_ns is measured by the isolated timing, which was not run: measure: { speed: true }",
      points,
    );
  const measured = ratiosOf(view.speed, asked, view.confidence);
  if (measured === undefined) return undecided("the isolated timing did not measure all of these", points);
  const reference = asked.flatMap(([, against]) => (typeof against === "number" ? [] : against));
  return {
    claim,
    ...decideSpeed(claim, measured),
    declared: declaredWhen(view, claim.id, points),
    subject: nameOf(asked.map(([subject]) => subject)),
    ...(reference.length === 0 ? {} : { reference: nameOf(reference) }),
    speed: measured,
  };
}

/** What a claim holds against what; the reason as a text where there is nothing. */
function coupled(view: RunView, claim: Claim): readonly SpeedCouple[] | string {
  const { bound } = expectationOf(claim.expect, GOOD_TIME) ?? {};
  const narrowed = (points: readonly PointView[]): readonly PointView[] => {
    if (claim.at === "equal") return points;
    const choice = choiceFor(view, "train_loss");
    const best = choice && choose(view, points, choice.chosenBy);
    return best === undefined ? [] : [best];
  };
  if (claim.compare === undefined) {
    const points = narrowed(sidePoints(view, claim.where ?? {}));
    if (points.length === 0) return "no configuration of the study has these settings, or none can be chosen";
    if (bound === undefined) return "a claim with where needs a bound, for example '< 300000'";
    return points.map((point) => [point, bound]);
  }
  if (bound !== undefined)
    return "a claim that compares step_ns expects better, worse, not_worse, lower, higher or equivalent";
  const sides = claimSides(claim).map((side) => narrowed(sidePoints(view, side)));
  const [subject = [], reference = []] = sides;
  if (claim.at === "best") {
    const [a, b] = [subject[0], reference[0]];
    return a === undefined || b === undefined
      ? "a side has no configuration that can be chosen on validation"
      : [[a, b]];
  }
  const couples = equalCouples(view, [subject, reference], Object.keys(claim.compare));
  return couples.length === 0
    ? "no two configurations of the sides match in all other settings"
    : couples.map(([base, { point }]) => [point, base.point]);
}

/** A figure for each network: points that share one, such as two learning rates, share its time. */
function ratiosOf(
  lane: SpeedLane,
  couples: readonly SpeedCouple[],
  confidence: number,
): readonly StepRatio[] | undefined {
  const asked = new Map(
    couples.map(([subject, against]) => {
      const id = speedId(subject.configuration.spec);
      const other = typeof against === "number" ? against : speedId(against.configuration.spec);
      return [`${id} ${other}`, { id, against: other, confidence }];
    }),
  );
  const found = [...asked.values()].flatMap((question) => stepRatio(lane, question) ?? []);
  return found.length === asked.size ? found : undefined;
}
