import { formatDifference, formatInteger, plural } from "../format/format.js";
import type { MetricName } from "../metrics/metric-name.js";
import type { Method } from "../stats/infer.js";
import { type Comparable, noneOf } from "./comparable.js";
import type { FamilyRules } from "./family-rules.js";
import type { Tested, Verdict } from "./verdict.js";

export interface UndecidedInputs extends Comparable {
  readonly verdict: Verdict;
  readonly missing: boolean;
  readonly method: Method;
  readonly tested: Tested;
  readonly size: number;
  readonly rules: FamilyRules;
}

/**
 * Why a verdict is not a clearer one, and what these seeds and more could decide; empty where nothing is to
 * add.
 */
export function whyUndecided(inputs: UndecidedInputs): string {
  return [causeOf(inputs), powerOf(inputs)].filter(Boolean).join("; ");
}

/** The same without what more seeds could decide, for a table that has columns for it. */
export function causeOf(inputs: UndecidedInputs): string {
  const { verdict, missing, method, tested, metric, sample, rules } = inputs;
  if (missing)
    return `${sample.leftOut} of ${plural(sample.planned, "pair")} are missing a side, more than a fifth`;
  if (verdict === "equivalent")
    return excludes(tested, 0) && tested.adjusted <= rules.level.alpha
      ? `different, but negligibly (< ${amount(metric, tested.equivalence?.margin ?? 0)})`
      : "";
  if (verdict !== "undecided") return "";
  const parts = [
    sample.divergedA === sample.planned && "every trial of the other side diverged",
    whyNoSide(inputs),
    method === "median" && "a loss diverged: medians and signs decide, from six seeds on at 95 %",
  ];
  return parts.filter((part) => part !== false && part !== undefined).join("; ");
}

/** What these seeds and more could decide, where a comparison is open. */
function powerOf({ verdict, missing, method, tested, metric }: UndecidedInputs): string {
  return missing || verdict !== "undecided" || method === "median" ? "" : promise(tested, metric);
}

/** Why the interval, which may leave out 0, shows no side; undefined where it holds 0 and that says it. */
function whyNoSide(inputs: UndecidedInputs): string | undefined {
  const { tested, metric, from, size, rules } = inputs;
  const { low, high } = noneOf(inputs);
  const zero = from === undefined ? "0" : "the bound";
  const outside = tested.interval.low > high || tested.interval.high < low;
  if (outside && tested.p <= rules.level.alpha) {
    const held =
      low !== high ? `± ${amount(metric, high)}` : low === 0 ? zero : formatDifference(metric, low);
    return `the confidence interval excludes ${held}, but not after correction for ${plural(size, "comparison")}`;
  }
  if (low === high && low !== 0) return `the confidence interval includes ${formatDifference(metric, low)}`;
  if (!excludes(tested, 0)) return undefined;
  return high > 0
    ? `it differs, but neither more than ${amount(metric, high)} nor less is shown`
    : "the signs of the differences alone are not enough";
}

/** Beyond this a number of seeds is no advice. */
export const MAX_SEEDS_ADVISED = 100;

function promise({ finds, needed, equivalence, interval, n }: Tested, metric: MetricName): string {
  if (interval.low === interval.high)
    return "all seeds give the same difference, so nothing is known about other seeds";
  const found =
    finds === undefined
      ? `${plural(n, "seed")} are too few to detect any possible difference with 80 % power`
      : `${plural(n, "seed")} have 80 % power only for differences ≥ ${amount(metric, finds)}`;
  if (equivalence === undefined) return found;
  const margin = amount(metric, equivalence.margin);
  if (needed === undefined || needed > Math.max(n, MAX_SEEDS_ADVISED))
    return `${found}; detecting ${margin} needs more than ${formatInteger(Math.max(n, MAX_SEEDS_ADVISED))} seeds`;
  return needed > n ? `${found}; detecting ${margin} needs ${needed} seeds (${needed - n} more)` : found;
}

function excludes({ interval: { low, high } }: Tested, value: number): boolean {
  return low > value || high < value;
}

function amount(metric: MetricName, value: number): string {
  return formatDifference(metric, value).replace("+", "");
}
