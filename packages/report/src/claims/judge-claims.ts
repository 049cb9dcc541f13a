import type { Claim } from "@actbench/core/internal";
import { verdictReasons } from "../format/format-verdict.js";
import { judgeFamily } from "../verdict/judge-family.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { RunView } from "../view/run-view.js";
import type { ClaimDraft } from "./claim-draft.js";
import { claimsLevel } from "./claims-level.js";
import { decideClaim } from "./decide-claim.js";
import { declaredWhen } from "./declared.js";
import { draftClaim } from "./draft-claim.js";
import { fromBound } from "./from-bound.js";
import type { JudgedClaim } from "./judged-claim.js";
import { isSpeedClaim, speedClaim } from "./speed-claim.js";

/**
 * Judges a study's claims, all of them one family, corrected as the study says. A claim passes where what it
 * expects is shown, fails where that is excluded, and else is undecided. Claims on speed are judged from the
 * isolated timing, apart from the family.
 */
export function judgeClaims(view: RunView): readonly JudgedClaim[] {
  const { claims, stats } = view.study;
  const drafts = claims.map((claim) => draftClaim(view, claim));
  const effects = judgeFamily(
    drafts.flatMap((draft) => (typeof draft === "string" ? [] : draft.comparable)),
    { level: claimsLevel(view), correction: stats.correction, within: stats.equivalent_within },
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
  const { metric, subject, reference, expectation, points } = draft;
  const value = claim.compare === undefined ? fromBound(effect, expectation.bound).difference : undefined;
  const decided = decideClaim(draft, effect);
  return {
    claim,
    verdict: decided.verdict,
    why: verdictReasons({ why: decided.why, ...(effect.remark !== undefined && { remark: effect.remark }) }),
    ...(decided.test && { test: decided.test }),
    declared: declaredWhen(view, claim.id, points),
    metric,
    subject,
    ...(reference === undefined ? {} : { reference }),
    ...(value === undefined ? {} : { value }),
    ...(expectation.bound === undefined ? {} : { bound: expectation.bound }),
    effect,
  };
}
