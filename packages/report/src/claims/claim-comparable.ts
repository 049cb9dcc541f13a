import type { Claim } from "@actbench/core/internal";
import type { Comparable } from "../verdict/comparable.js";
import { equivalenceMargin } from "../verdict/margin.js";
import type { PairedSample } from "../verdict/paired-sample.js";
import type { RunView } from "../view/run-view.js";
import type { ClaimQuestion } from "./claim-draft.js";
import { undecidedDifferences } from "./expectation.js";

interface Measured extends ClaimQuestion {
  readonly sample: PairedSample;
}

/**
 * The differences minus the bound. Equivalence and `not_worse` have the metric's margin where the claim names
 * none.
 */
export function claimComparable(
  view: RunView,
  claim: Claim,
  { sample, metric, expectation }: Measured,
): Comparable {
  const { direction, bound, tolerant } = expectation;
  const { stats, metric: ranked } = view.study;
  const margin =
    claim.margin ??
    (direction === 0 || tolerant
      ? equivalenceMargin(metric, {
          within: stats.equivalent_within,
          ranked: ranked.name,
          reference: sample.reference,
        })
      : undefined);
  const differences =
    bound === undefined ? sample.differences : sample.differences.map((value) => value - bound);
  return {
    sample: { ...sample, differences },
    metric,
    sign: 1,
    margin,
    none: undecidedDifferences(expectation, margin),
    from: bound,
  };
}
