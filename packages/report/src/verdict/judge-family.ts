import { adjust } from "../stats/adjust.js";
import { type Inference, infer } from "../stats/infer.js";
import type { Interval } from "../stats/interval.js";
import type { Estimate } from "../stats/t-interval.js";
import { type Comparable, noneOf } from "./comparable.js";
import { type FamilyRules, MAX_MISSING } from "./family-rules.js";
import { equivalenceMargin } from "./margin.js";
import type { PairedSample } from "./paired-sample.js";
import { seenVerdict } from "./seen-verdict.js";
import { type FamilyPs, testedOf } from "./tested.js";
import type { JudgedEffect, Tested, Verdict } from "./verdict.js";
import { causeOf, whyUndecided } from "./why-undecided.js";

/**
 * Judges comparisons that are looked at together. Differences and equivalences are corrected for the size of
 * the family, each for itself: no comparison can be wrong in both. A verdict needs the corrected p at most α
 * and the interval, of the same method, on the same side; `equivalent` the 1 − 2α interval within the margin
 * (Schuirmann 1987), also where a smaller difference than the margin is certain. Order does not matter.
 */
export function judgeFamily(family: readonly Comparable[], rules: FamilyRules): readonly JudgedEffect[] {
  const judge = judgeWhenAsked(family, rules);
  return family.map((one, place) => judge(one, place));
}

/**
 * The same for a family of which few comparisons are shown: the p-values of all are computed, for the
 * correction, but intervals only for the comparisons that are requested, by their place in the family.
 */
export function judgeWhenAsked(
  family: readonly Comparable[],
  rules: FamilyRules,
): (one: Comparable, place: number) => JudgedEffect {
  const marginOf = ({ metric, margin, sample }: Comparable) =>
    margin ??
    equivalenceMargin(metric, { within: rules.within, ranked: rules.ranked, reference: sample.reference });
  const tests = family.map((one) => {
    const inference = infer(one.sample.differences);
    return { p: differenceP(inference, noneOf(one)), outside: equivalenceP(inference, marginOf(one)) };
  });
  const adjusted = adjust(
    tests.map(({ p }) => p),
    rules.correction,
  );
  const adjustedOutside = adjust(
    tests.map(({ outside }) => outside),
    rules.correction,
  );
  return (one, place) =>
    judged(one, {
      p: tests[place]?.p ?? 1,
      adjusted: adjusted[place] ?? 1,
      margin: marginOf(one),
      outside: tests[place]?.outside ?? 1,
      adjustedOutside: adjustedOutside[place] ?? 1,
      size: family.length,
      rules,
    });
}

function judged(one: Comparable, ps: FamilyPs): JudgedEffect {
  const { sample } = one;
  const { rules, size } = ps;
  // Made again, for a family's inferences would hold the resamples of all.
  const inference = infer(sample.differences);
  const tested = inference && testedOf(one, inference, ps);
  const difference = estimateOf(sample, inference, tested?.interval);
  const found = {
    differences: sample.differences.filter(Number.isFinite),
    leftOut: sample.leftOut,
    planned: sample.planned,
    diverged: sample.diverged,
    family: size,
    correction: rules.correction,
    ...(difference && { difference }),
    ...(inference && { method: inference.method }),
    ...(tested && { tested }),
    ...(sample.remark !== undefined && { remark: sample.remark }),
  };
  const withheld = whyWithheld(sample, rules);
  if (withheld !== undefined) return { ...found, why: withheld, cause: withheld };
  const seen = seenVerdict(sample);
  if (seen !== undefined) return { ...found, ...seen, cause: seen.why };
  if (tested === undefined || inference === undefined)
    return { ...found, why: whyNone(sample), cause: whyNone(sample) };
  const missing = sample.leftOut / sample.planned > MAX_MISSING;
  const verdict = missing ? "undecided" : verdictOf(one, tested);
  const inputs = { ...one, verdict, missing, method: inference.method, tested, size, rules };
  return { ...found, verdict, why: whyUndecided(inputs), cause: causeOf(inputs) };
}

/** Two-sided p-value for a center outside the differences that count as none. */
function differenceP(inference: Inference | undefined, { low, high }: Interval): number {
  if (inference === undefined) return 1;
  return Math.min(1, 2 * Math.min(inference.pGreater(high), inference.pLess(low)));
}

/** p-value for a center within ± margin, by two one-sided tests (TOST). */
function equivalenceP(inference: Inference | undefined, margin: number | undefined): number {
  if (inference === undefined || margin === undefined) return 1;
  return Math.max(inference.pGreater(-margin), inference.pLess(margin));
}

/** Why no verdict is given, whatever the numbers say. */
function whyWithheld({ seeds, planned, pruned }: PairedSample, { level }: FamilyRules): string | undefined {
  if (planned === 0) return "no pair: no seed is on both sides";
  if (pruned > 0) return "no verdict: a side was stopped early by successive halving";
  if (seeds === 1) return "one seed: no interval, no verdict";
  return level.shown
    ? undefined
    : "no verdict yet: the run is not finished, and these seeds were not analyzed";
}

function whyNone({ differences, leftOut }: PairedSample): string {
  return differences.length === 1
    ? `one seed has a value on both sides (${leftOut} left out): no interval, no verdict`
    : `no pair has a value on both sides (${leftOut} left out)`;
}

function estimateOf(
  { differences }: PairedSample,
  inference: Inference | undefined,
  interval: Interval | undefined,
): Estimate | undefined {
  const [only] = differences;
  if (inference === undefined || interval === undefined)
    return only !== undefined && Number.isFinite(only) ? { n: 1, mean: only } : undefined;
  const { n, center, sd } = inference;
  if (!Number.isFinite(center)) return undefined;
  const { low, high } = interval;
  return {
    n,
    mean: center,
    ...(sd === undefined ? {} : { sd }),
    ...(Number.isFinite(low) && Number.isFinite(high) ? { low, high } : {}),
  };
}

function verdictOf({ sign }: Comparable, { side, equivalence }: Tested): Verdict {
  if (equivalence?.shown) return "equivalent";
  if (side === 0) return "undecided";
  return sign === side ? "better" : "worse";
}
