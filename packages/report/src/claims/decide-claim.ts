import { formatDifference } from "../format/format.js";
import type { MetricName } from "../metrics/metric-name.js";
import { MAX_MISSING } from "../verdict/family-rules.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { ClaimDraft } from "./claim-draft.js";
import type { Expectation } from "./expectation.js";
import type { JudgedClaim } from "./judged-claim.js";

export type Decision = Pick<JudgedClaim, "verdict" | "why" | "test">;

/**
 * A claim passes where what it expects is shown and fails where that is excluded: by the interval and its
 * test, or, of a difference that must be larger than a margin, by the test of equivalence.
 */
export function decideClaim(draft: ClaimDraft, effect: JudgedEffect): Decision {
  const { expectation, byDefinition } = draft;
  const { direction, bound } = expectation;
  if (byDefinition && bound !== undefined)
    return {
      verdict: direction * (0 - bound) > 0 ? "pass" : "fail",
      why: "0 by definition: no derivative is zero on an interval",
    };
  const { verdict, why, leftOut, planned, tested } = effect;
  if (verdict === undefined || leftOut / planned > MAX_MISSING) return { verdict: "undecided", why };
  if (verdict === "identical" && bound === undefined) return decideIdentical(expectation, why);
  if (expectation.tolerant && draft.comparable.margin === undefined)
    return { verdict: "undecided", why: "no margin: the mean of what is compared with is not finite" };
  const own = direction === 0 ? "equivalence" : "difference";
  return (
    (tested && decideTested(draft, tested)) ?? {
      verdict: "undecided",
      why: openWords(draft, effect),
      test: own,
    }
  );
}

function decideTested(
  { expectation, comparable, metric }: ClaimDraft,
  { side, equivalence }: NonNullable<JudgedEffect["tested"]>,
): Decision | undefined {
  const { direction, bound, tolerant } = expectation;
  const same = equivalence?.shown ?? false;
  if (direction === 0) {
    if (same) return { verdict: "pass", why: "equivalent", test: "equivalence" };
    return side === 0
      ? undefined
      : { verdict: "fail", why: "the difference is larger than the margin", test: "difference" };
  }
  if (side !== 0)
    return {
      verdict: side === direction ? "pass" : "fail",
      why: sideWords({ side, expectation, metric, at: comparable.none?.low ?? 0 }),
      test: "difference",
    };
  // `not_worse` is decided at the level of its bound alone, half of that of an equivalence.
  return !same || bound !== undefined || tolerant
    ? undefined
    : { verdict: "fail", why: "no difference of the margin's size", test: "equivalence" };
}

/** The same weights differ in nothing, by no margin. */
function decideIdentical({ direction, tolerant }: Expectation, why: string): Decision {
  return { verdict: direction === 0 || tolerant ? "pass" : "fail", why: `identical: ${why}` };
}

/**
 * Why a claim is open; of an effect that has a verdict, which answers another question, the claim's own
 * reason.
 */
function openWords({ metric, expectation }: ClaimDraft, { verdict, why, tested }: JudgedEffect): string {
  switch (verdict) {
    case "diverged":
      return `diverged: ${why}; a test needs more seeds`;
    case "equivalent": {
      const margin = formatDifference(metric, tested?.equivalence?.margin ?? 0).replace("+", "");
      return expectation.tolerant
        ? `equivalent within ${margin}, but the wider two-sided interval reaches beyond the margin`
        : `within ${margin} of the bound, and not surely on one side of it`;
    }
    default:
      return why;
  }
}

interface Shown {
  readonly side: 1 | -1;
  readonly expectation: Expectation;
  readonly metric: MetricName;
  /** The difference beyond which the claim's side begins. */
  readonly at: number;
}

function sideWords({ side, expectation: { direction, tolerant }, metric, at }: Shown): string {
  if (at === 0) return `shown to be ${side > 0 ? "higher" : "lower"}`;
  const by = formatDifference(metric, Math.abs(at)).replace("+", "");
  // Where a claim tolerates the margin, beyond it lies the other side.
  const beyond = at > 0 ? "higher" : "lower";
  const isBeyond = tolerant ? side !== direction : side === direction;
  return isBeyond ? `shown to be more than ${by} ${beyond}` : `shown not to be ${by} ${beyond}`;
}
