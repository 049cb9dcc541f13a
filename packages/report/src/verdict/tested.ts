import { isShare } from "../metrics/within-bounds.js";
import type { Inference } from "../stats/infer.js";
import type { Interval } from "../stats/interval.js";
import { seedsNeeded } from "../stats/seeds-needed.js";
import { smallestEffect } from "../stats/smallest-effect.js";
import { type Comparable, noneOf } from "./comparable.js";
import type { FamilyRules } from "./family-rules.js";
import { strictestLevel } from "./strictest-level.js";
import type { Tested } from "./verdict.js";

/** A comparison's p-values within its family, before and after the correction. */
export interface FamilyPs {
  readonly p: number;
  readonly adjusted: number;
  /** Differences below this size are equivalent. */
  readonly margin: number | undefined;
  /** Of "the difference is not within the margin". */
  readonly outside: number;
  readonly adjustedOutside: number;
  readonly size: number;
  readonly rules: FamilyRules;
}

/**
 * The numbers that decide a comparison. A side needs the corrected p and the interval, of the same method.
 */
export function testedOf(one: Comparable, inference: Inference, ps: FamilyPs): Tested {
  const { p, adjusted, margin, size, rules } = ps;
  const { alpha, confidence } = rules.level;
  const { n, center, sd = 0 } = inference;
  const none = noneOf(one);
  const interval = inference.interval(confidence);
  const signFlip = none.low === none.high ? inference.signFlip(none.low) : undefined;
  const strict = strictestLevel(alpha, size, rules.correction);
  const finds = sd > 0 ? sd * (smallestEffect(n, strict) ?? Infinity) : Infinity;
  const needed = sd > 0 && margin !== undefined ? seedsNeeded(margin / sd, strict) : undefined;
  return {
    n,
    center,
    interval,
    none,
    p,
    adjusted,
    side: adjusted <= alpha ? sideOf(interval, none) : 0,
    ...(signFlip === undefined ? {} : { signFlip }),
    ...(margin === undefined
      ? {}
      : { equivalence: equivalenceOf(inference.interval(1 - 2 * alpha), margin, ps) }),
    ...(finds < largestDifference(one) ? { finds } : {}),
    ...(needed === undefined ? {} : { needed }),
  };
}

function sideOf({ low, high }: Interval, none: Interval): 1 | -1 | 0 {
  if (low > none.high) return 1;
  return high < none.low ? -1 : 0;
}

function equivalenceOf(interval: Interval, margin: number, { outside, adjustedOutside, rules }: FamilyPs) {
  const within = interval.low > -margin && interval.high < margin;
  return {
    margin,
    ...interval,
    p: outside,
    adjusted: adjustedOutside,
    shown: within && adjustedOutside <= rules.level.alpha,
  };
}

/** No two shares differ by more than 1, and none from a known one by more than it is from 0 or 1. */
function largestDifference({ metric, sample, from = sample.reference }: Comparable): number {
  if (!isShare(metric)) return Infinity;
  return from === undefined ? 1 : Math.max(from, 1 - from);
}
