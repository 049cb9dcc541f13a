import type { Claim } from "@actbench/core";
import { judgeFamily, MOST_MISSING } from "../verdict/judge-family.js";
import type { Level } from "../verdict/level.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { RunView } from "../view/run-view.js";
import type { ClaimDraft } from "./claim-draft.js";
import { declaredWhen } from "./declared.js";
import { draftClaim } from "./draft-claim.js";
import type { JudgedClaim } from "./judged-claim.js";
import { isSpeedClaim, speedClaim } from "./speed-claim.js";

/**
 * Judges a study's claims, all of them one family, corrected as the study says. A claim passes where what it expects is
 * shown, fails where the opposite is shown, or that there is no difference of the margin's size, and else is undecided.
 * Claims on speed are judged from the quiet lane, apart from the family.
 */
export function judgeClaims(view: RunView): readonly JudgedClaim[] {
  const { claims, stats } = view.study;
  const drafts = claims.map((claim) => draftClaim(view, claim));
  const effects = judgeFamily(
    drafts.flatMap((draft) => (typeof draft === "string" ? [] : draft.comparable)),
    { level: view.level, correction: stats.correction, within: stats.equivalent_within },
  );
  let at = 0;
  return claims.flatMap((claim, i): JudgedClaim[] => {
    if (isSpeedClaim(claim)) return [speedClaim(view, claim)];
    const draft = drafts[i];
    if (draft === undefined || typeof draft === "string")
      return [{ claim, verdict: "undecided", why: draft ?? "", declared: declaredWhen(view, claim.id, []) }];
    const effect = effects[at++];
    return effect === undefined ? [] : [judgedClaim(view, claim, draft, effect)];
  });
}

function judgedClaim(view: RunView, claim: Claim, draft: ClaimDraft, effect: JudgedEffect): JudgedClaim {
  const { metric, subject, reference, value, expectation, points } = draft;
  return {
    claim,
    ...decide(draft, effect, view.level),
    declared: declaredWhen(view, claim.id, points),
    metric,
    subject,
    ...(reference === undefined ? {} : { reference }),
    ...(value === undefined ? {} : { value }),
    ...(expectation.bound === undefined ? {} : { bound: expectation.bound }),
    effect,
  };
}

type Decision = Pick<JudgedClaim, "verdict" | "why">;

function decide(
  { expectation, comparable, byDefinition }: ClaimDraft,
  effect: JudgedEffect,
  level: Level,
): Decision {
  const { direction, bound } = expectation;
  if (byDefinition && bound !== undefined)
    return {
      verdict: direction * (0 - bound) > 0 ? "pass" : "fail",
      why: "0 by definition: no slope is zero anywhere",
    };
  const { verdict, why, leftOut, planned } = effect;
  if (verdict === undefined || leftOut / planned > MOST_MISSING) return { verdict: "undecided", why };
  const side = shownSide(effect, comparable.least ?? 0, level);
  const same = verdict === "equivalent";
  if (direction === 0) {
    if (same) return { verdict: "pass", why: "equivalent" };
    return side === 0
      ? { verdict: "undecided", why }
      : { verdict: "fail", why: "the difference is larger than the margin" };
  }
  const words = side > 0 ? "higher" : "lower";
  if (side !== 0) return { verdict: side === direction ? "pass" : "fail", why: `shown to be ${words}` };
  if (same && bound === undefined) return { verdict: "fail", why: "no difference of the margin's size" };
  return { verdict: "undecided", why };
}

/** The side on which the difference is shown to lie beyond ± least; 0 where on none. */
function shownSide({ tested, difference }: JudgedEffect, least: number, { alpha }: Level): 1 | -1 | 0 {
  if (tested === undefined || tested.adjusted > alpha) return 0;
  const { low = -Infinity, high = Infinity } = difference ?? {};
  if (low > least) return 1;
  return high < -least ? -1 : 0;
}
