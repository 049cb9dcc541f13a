import type { Claim } from "@actbench/core/internal";
import { goodDirection } from "../metrics/good-direction.js";
import { isMetricName } from "../metrics/metric-name.js";
import type { RunView } from "../view/run-view.js";
import { boundClaim } from "./bound-claim.js";
import type { ClaimDraft } from "./claim-draft.js";
import { compareClaim } from "./compare-claim.js";
import { expectationOf } from "./expectation.js";

/** Gathers what a claim is about; gives the reason as a text where there is nothing to judge. */
export function draftClaim(view: RunView, claim: Claim): ClaimDraft | string {
  if (!isMetricName(claim.metric)) return `${claim.metric} is not measured`;
  const expectation = expectationOf(claim.expect, goodDirection(claim.metric, view.study.metric));
  if (expectation === undefined) return `${JSON.stringify(claim.expect)} is no expectation`;
  if (claim.compare !== undefined) return compareClaim(view, claim, { metric: claim.metric, expectation });
  return expectation.bound === undefined
    ? "a claim with where needs a bound, for example '< 0.01'"
    : boundClaim(view, claim, { metric: claim.metric, expectation });
}
