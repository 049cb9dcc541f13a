import type { MetricName } from "../metrics/metric-name.js";
import { adjust, type Correction } from "../stats/adjust.js";
import { type Inference, infer } from "../stats/infer.js";
import { seedsNeeded } from "../stats/seeds-needed.js";
import { smallestEffect } from "../stats/smallest-effect.js";
import type { Estimate } from "../stats/t-interval.js";
import type { Level } from "./level.js";
import { equivalenceMargin } from "./margin.js";
import type { PairedSample } from "./paired-sample.js";
import { strictestLevel } from "./strictest-level.js";
import type { JudgedEffect, Tested, Verdict } from "./verdict.js";
import { whyUndecided } from "./why-undecided.js";

/** A comparison that waits for its verdict. */
export interface Comparable {
  readonly sample: PairedSample;
  readonly metric: MetricName;
  /** 1: more is better; −1: less is better. */
  readonly sign: 1 | -1;
  /** Differences below this size count as none; else the metric's default. */
  readonly margin?: number | undefined;
  /** A difference must be larger than this to be better or worse; else any difference is. */
  readonly least?: number | undefined;
}

export interface FamilyRules {
  readonly level: Level;
  readonly correction: Correction;
  /** The study's margin for accuracies and rates. */
  readonly within?: number | undefined;
}

/** More than this share of pairs without a value leaves a comparison undecided. */
export const MOST_MISSING = 1 / 5;

/**
 * Judges comparisons that are looked at together. Differences and equivalences are corrected for the size of the
 * family, each for itself: no comparison can be wrong in both. A verdict needs the corrected p at most α and the
 * interval, of the same method, on the same side; `equivalent` the 1 − 2α interval within the margin (Schuirmann 1987),
 * also where a smaller difference than the margin is certain. Order does not matter.
 */
export function judgeFamily(family: readonly Comparable[], rules: FamilyRules): readonly JudgedEffect[] {
  const judge = judgeWhenAsked(family, rules);
  return family.map((one, place) => judge(one, place));
}

/**
 * The same for a family of which few comparisons are shown: the p-values of all are computed, for the correction, but
 * intervals only of a comparison that is asked for, with its place in the family.
 */
export function judgeWhenAsked(
  family: readonly Comparable[],
  rules: FamilyRules,
): (one: Comparable, place: number) => JudgedEffect {
  const marginOf = ({ metric, margin, sample }: Comparable) =>
    margin ?? equivalenceMargin(metric, { within: rules.within, reference: sample.reference });
  const tests = family.map((one) => {
    const inference = infer(one.sample.differences);
    return { p: beyond(inference, one.least ?? 0), outside: notWithin(inference, marginOf(one)) };
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

function judged(one: Comparable, inputs: TestInputs): JudgedEffect {
  const { sample } = one;
  const { rules, size } = inputs;
  // Made again, for a family's inferences would hold the resamples of all.
  const inference = infer(sample.differences);
  const difference = estimateOf(sample, inference, rules.level.confidence);
  const head = {
    differences: sample.differences.filter(Number.isFinite),
    leftOut: sample.leftOut,
    planned: sample.planned,
    diverged: sample.diverged,
    family: size,
    ...(difference && { difference }),
  };
  if (inference === undefined) return { ...head, why: whyNone(sample) };
  const tested = testedOf(inference, inputs);
  const found = { ...head, method: inference.method, tested };
  if (!rules.level.shown)
    return { ...found, why: "no verdict yet: this run is not finished and these seeds were not looked at" };
  if (sample.pruned > 0) return { ...found, why: "no verdict: a side was stopped early on purpose" };
  const missing = sample.leftOut / sample.planned > MOST_MISSING;
  const verdict = missing ? "undecided" : verdictOf(inference, tested, { ...one, level: rules.level });
  const { metric, least } = one;
  const why = whyUndecided({ verdict, missing, inference, tested, metric, sample, least, size, rules });
  return { ...found, verdict, why };
}

/** Two-sided p of "the centre is within ± least", of no difference where that is 0. */
function beyond(inference: Inference | undefined, least: number): number {
  if (inference === undefined) return 1;
  return Math.min(1, 2 * Math.min(inference.above(least), inference.below(-least)));
}

/** p of "the centre is not within ± margin" by two one-sided tests. */
function notWithin(inference: Inference | undefined, margin: number | undefined): number {
  if (inference === undefined || margin === undefined) return 1;
  return Math.max(inference.above(-margin), inference.below(margin));
}

function whyNone({ differences, pruned, planned, leftOut }: PairedSample): string {
  if (pruned > 0) return "no verdict: a side was stopped early on purpose";
  if (differences.length === 1) return "one seed: no interval, no verdict";
  return planned === 0
    ? "no pair: no seed is on both sides"
    : `no pair has a value on both sides (${leftOut} left out)`;
}

function estimateOf(
  { differences }: PairedSample,
  inference: Inference | undefined,
  confidence: number,
): Estimate | undefined {
  const [only] = differences;
  if (inference === undefined)
    return only !== undefined && Number.isFinite(only) ? { n: 1, mean: only } : undefined;
  const { n, center, sd } = inference;
  if (!Number.isFinite(center)) return undefined;
  const { low, high } = inference.interval(confidence);
  return {
    n,
    mean: center,
    ...(sd === undefined ? {} : { sd }),
    ...(Number.isFinite(low) && Number.isFinite(high) ? { low, high } : {}),
  };
}

interface TestInputs {
  readonly p: number;
  readonly adjusted: number;
  readonly margin: number | undefined;
  readonly outside: number;
  readonly adjustedOutside: number;
  readonly size: number;
  readonly rules: FamilyRules;
}

function testedOf(inference: Inference, inputs: TestInputs): Tested {
  const { p, adjusted, margin, outside, adjustedOutside, size, rules } = inputs;
  const { alpha } = rules.level;
  const { sd = 0, n, signFlip } = inference;
  const strict = strictestLevel(alpha, size, rules.correction);
  const finds = sd > 0 ? smallestEffect(n, strict) : undefined;
  const needed = sd > 0 && margin !== undefined ? seedsNeeded(margin / sd, strict) : undefined;
  return {
    p,
    adjusted,
    ...(signFlip === undefined ? {} : { signFlip }),
    ...(margin === undefined
      ? {}
      : {
          equivalence: {
            margin,
            ...inference.interval(1 - 2 * alpha),
            p: outside,
            adjusted: adjustedOutside,
          },
        }),
    ...(finds === undefined ? {} : { finds: finds * sd }),
    ...(needed === undefined ? {} : { needed }),
  };
}

interface VerdictInputs {
  readonly sign: 1 | -1;
  readonly least?: number | undefined;
  readonly level: Level;
}

function verdictOf(
  inference: Inference,
  { adjusted, equivalence }: Tested,
  { sign, least = 0, level }: VerdictInputs,
): Verdict {
  const { alpha, confidence } = level;
  if (equivalence !== undefined && equivalence.adjusted <= alpha) {
    const { low, high, margin } = equivalence;
    if (low > -margin && high < margin) return "equivalent";
  }
  const { low, high } = inference.interval(confidence);
  if (adjusted > alpha || (low <= least && high >= -least)) return "undecided";
  return sign * inference.center > 0 ? "better" : "worse";
}
