import { type Claim, metricOf } from "@actbench/core/internal";
import { formatNumber, formatPercent, plural } from "../format/format.js";
import type { StepRatio } from "../speed/step-ratio.js";
import type { Decision } from "./decide-claim.js";
import { type Expectation, expectationOf } from "./expectation.js";

/** Times that differ by less than this share count as equal, unless the claim says otherwise. */
const EQUAL_WITHIN = 0.05;

/** 1 where more time is better, −1 where less is better. */
export const GOOD_TIME = metricOf("step_ns").goal === "minimize" ? -1 : 1;

/**
 * The verdict of a claim on update times from the lane's ratios. A side is shown where the interval lies
 * beyond the noise floor and the claim's margin (nanoseconds), and excluded where the interval lies on this
 * side of the margin, which the floor must leave room for. All networks must agree.
 */
export function decideSpeed(claim: Claim, ratios: readonly StepRatio[]): Decision {
  const expectation = expectationOf(claim.expect, GOOD_TIME);
  if (expectation === undefined)
    return { verdict: "undecided", why: `${JSON.stringify(claim.expect)} is no expectation` };
  const loaded = ratios.find((one) => one.loaded);
  if (loaded !== undefined)
    return {
      verdict: "undecided",
      why: `other processes kept ${formatNumber(loaded.others, 2)} cores busy during the isolated timing`,
    };
  const [first, ...others] = ratios.map((one) => decideOne(one, expectation, claim.margin));
  const agree = others.every((other) => other.verdict === first?.verdict);
  if (first !== undefined && agree && first.verdict !== "undecided") return first;
  const floor = Math.max(...ratios.map((one) => one.floor));
  return {
    verdict: "undecided",
    why: agree
      ? `no more than the noise floor (${formatPercent(floor, 1)}) or the margin shows`
      : `the ${plural(ratios.length, "network")} do not agree`,
  };
}

function decideOne(one: StepRatio, expectation: Expectation, margin: number | undefined): Decision {
  const { direction, bound, tolerant } = expectation;
  const { floor } = one;
  const { low, high } = one.interval;
  const share = margin === undefined ? 0 : margin / one.against_ns;
  const same = margin === undefined ? EQUAL_WITHIN : share;
  // As ratios of which more is more of what the claim expects; an equivalence looks both ways.
  const [from, to] = direction === -1 ? [1 / high, 1 / low] : [low, high];
  const beyond = (value: number, by: number): boolean => value > 1 + Math.max(floor, by);
  const isSame = floor <= same && high < 1 + same && low > 1 / (1 + same);
  const words = (up: boolean): string => `shown to be ${up === (direction !== -1) ? "higher" : "lower"}`;
  if (direction === 0) {
    if (isSame) return { verdict: "pass", why: "equivalent" };
    return beyond(low, share) || beyond(1 / high, share)
      ? { verdict: "fail", why: "the difference is larger than the margin" }
      : { verdict: "undecided", why: "" };
  }
  if (tolerant) {
    if (beyond(from, 0) || (floor <= same && from > 1 / (1 + same)))
      return { verdict: "pass", why: "shown not to be worse by the margin" };
    return beyond(1 / to, same)
      ? { verdict: "fail", why: "shown to be worse by more than the margin" }
      : { verdict: "undecided", why: "" };
  }
  if (beyond(from, share)) return { verdict: "pass", why: words(true) };
  if (beyond(1 / to, 0)) return { verdict: "fail", why: words(false) };
  if (share > 0 && floor <= share && to < 1 + share)
    return { verdict: "fail", why: `shown not to be ${direction === 1 ? "higher" : "lower"} by the margin` };
  return isSame && bound === undefined
    ? { verdict: "fail", why: "no difference of the margin's size" }
    : { verdict: "undecided", why: "" };
}
