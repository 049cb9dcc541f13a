import type { Claim } from "@actbench/core";
import type { Comparable } from "../verdict/judge-family.js";
import { equivalenceMargin } from "../verdict/margin.js";
import type { PairedSample } from "../verdict/paired-sample.js";
import type { RunView } from "../view/run-view.js";
import type { ClaimQuestion } from "./claim-draft.js";

interface Measured extends ClaimQuestion {
  readonly sample: PairedSample;
}

/** The differences less the bound. An equivalence is refuted beyond the very margin within which it is shown. */
export function claimComparable(
  view: RunView,
  claim: Claim,
  { sample, metric, expectation: { direction, bound = 0 } }: Measured,
): Comparable {
  const within = view.study.stats.equivalent_within;
  const margin =
    claim.margin ??
    (direction === 0 ? equivalenceMargin(metric, { within, reference: sample.reference }) : undefined);
  const differences = bound === 0 ? sample.differences : sample.differences.map((d) => d - bound);
  return { sample: { ...sample, differences }, metric, sign: 1, margin, least: margin };
}
