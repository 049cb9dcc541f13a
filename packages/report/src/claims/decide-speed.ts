import type { Claim } from "@actbench/core";
import { formatNumber, formatPercent } from "../format/format.js";
import type { StepRatio } from "../speed/step-ratio.js";
import { expectationOf } from "./expectation.js";
import type { JudgedClaim } from "./judged-claim.js";

type Decision = Pick<JudgedClaim, "verdict" | "why">;

/** Times that differ by less than this share count as equal, unless the claim says otherwise. */
const EQUAL_WITHIN = 0.05;

/**
 * The verdict of a claim on update times from the lane's ratios: a side is shown where the interval lies beyond the noise
 * floor and the claim's margin (nanoseconds); all networks must agree. Equivalent: the interval within the margin, which
 * the floor must leave room for.
 */
export function decideSpeed(claim: Claim, ratios: readonly StepRatio[]): Decision {
  // Less time is better, as with seconds of training.
  const expectation = expectationOf(claim.expect, "train_s");
  if (expectation === undefined)
    return { verdict: "undecided", why: `${JSON.stringify(claim.expect)} says nothing to expect` };
  const loaded = ratios.find((one) => one.loaded);
  if (loaded !== undefined)
    return {
      verdict: "undecided",
      why: `other processes kept ${formatNumber(loaded.others, 2)} cores busy in the speed lane`,
    };
  const { direction, bound } = expectation;
  const [first, ...others] = new Set(ratios.map((one) => sideOf(one, claim.margin)));
  const side = others.length === 0 ? first : 0;
  const same = bound === undefined && ratios.every((one) => isSame(one, claim.margin));
  if (direction === 0) {
    if (same) return { verdict: "pass", why: "equivalent" };
    if (side !== 0) return { verdict: "fail", why: "the difference is larger than the margin" };
  } else {
    if (side === 1 || side === -1)
      return {
        verdict: side === direction ? "pass" : "fail",
        why: `shown to be ${side > 0 ? "higher" : "lower"}`,
      };
    if (same) return { verdict: "fail", why: "no difference of the margin's size" };
  }
  const floor = Math.max(...ratios.map((one) => one.floor));
  return {
    verdict: "undecided",
    why:
      others.length > 0
        ? `the ${ratios.length} networks do not agree`
        : `no more than the noise floor (${formatPercent(floor, 1)}) or the margin shows`,
  };
}

const share = (margin: number, { against_ns }: StepRatio): number => margin / against_ns;

/** The side on which a ratio is shown to lie; 0 where on none. */
function sideOf(one: StepRatio, margin: number | undefined): 1 | -1 | 0 {
  const { low, high } = one.interval;
  const least = 1 + Math.max(one.floor, margin === undefined ? 0 : share(margin, one));
  if (low > least) return 1;
  return high < 1 / least ? -1 : 0;
}

/** Whether a ratio is shown to be no difference. */
function isSame(one: StepRatio, margin: number | undefined): boolean {
  const within = margin === undefined ? EQUAL_WITHIN : share(margin, one);
  const { low, high } = one.interval;
  return one.floor <= within && high < 1 + within && low > 1 / (1 + within);
}
