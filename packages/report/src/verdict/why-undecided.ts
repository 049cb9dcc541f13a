import { formatDifference, plural } from "../format/format.js";
import type { MetricName } from "../metrics/metric-name.js";
import type { Inference } from "../stats/infer.js";
import type { FamilyRules } from "./judge-family.js";
import type { PairedSample } from "./paired-sample.js";
import type { Tested, Verdict } from "./verdict.js";

export interface UndecidedInputs {
  readonly verdict: Verdict;
  readonly missing: boolean;
  readonly inference: Inference;
  readonly tested: Tested;
  readonly metric: MetricName;
  readonly sample: PairedSample;
  /** A difference must be larger than this to count. */
  readonly least?: number | undefined;
  readonly size: number;
  readonly rules: FamilyRules;
}

/** Why a verdict is not a clearer one, and what these seeds and more could decide; empty where nothing is to add. */
export function whyUndecided(inputs: UndecidedInputs): string {
  const { verdict, missing, inference, tested, metric, sample, least = 0, size, rules } = inputs;
  const { alpha, confidence } = rules.level;
  if (missing)
    return `${sample.leftOut} of ${plural(sample.planned, "pair")} have no value on a side, more than a fifth`;
  const { low, high } = inference.interval(confidence);
  const apart = low > 0 || high < 0;
  if (verdict === "equivalent")
    return apart && tested.adjusted <= alpha
      ? `it differs, but by less than ${amount(metric, tested.equivalence?.margin)}`
      : "";
  if (verdict !== "undecided") return "";
  const first = apart
    ? tested.p <= alpha
      ? `the interval excludes 0, but not after correction for ${plural(size, "comparison")}`
      : least > 0
        ? `it differs, but not surely by more than ${amount(metric, least)}, nor surely by less`
        : "the signs alone do not tell"
    : undefined;
  if (inference.method === "median")
    return join(first, "a loss diverged: medians and signs decide, from six seeds on at 95 %");
  return join(first, promise(tested, inference.n, metric));
}

function promise({ finds, needed, equivalence }: Tested, n: number, metric: MetricName): string {
  if (finds === undefined)
    return "the seeds do not differ from each other, so that nothing says how others would";
  const found = `${plural(n, "seed")} find ${amount(metric, finds)} or more with 80 %`;
  if (equivalence === undefined) return found;
  const margin = amount(metric, equivalence.margin);
  if (needed === undefined) return `${found}; ${margin} would take more than 10 000`;
  return needed > n ? `${found}; ${margin} would take ${needed}, ${needed - n} more` : found;
}

function amount(metric: MetricName, value: number | undefined): string {
  return value === undefined ? "" : formatDifference(metric, value).replace("+", "");
}

function join(first: string | undefined, second: string): string {
  return first === undefined ? second : `${first}; ${second}`;
}
