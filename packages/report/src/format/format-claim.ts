import type { Claim, Json } from "@actbench/core/internal";
import { fromBound } from "../claims/from-bound.js";
import type { Declared, JudgedClaim } from "../claims/judged-claim.js";
import { isMetricName, metricTitle } from "../metrics/metric-name.js";
import { isShare } from "../metrics/within-bounds.js";
import type { StepRatio } from "../speed/step-ratio.js";
import { formatNumber, formatPercent, MISSING, plural } from "./format.js";
import { formatEstimate, formatPaired } from "./format-estimate.js";
import { formatNanoseconds, formatRatio } from "./format-speed.js";
import { formatDifferenceTest, formatEquivalence } from "./format-verdict.js";

const words = (value: Json | undefined): string =>
  typeof value === "string" ? value : JSON.stringify(value ?? null);

/**
 * What a claim says, as a phrase: `inactive rate of leaky_relu lower than that of relu, at equal settings`.
 */
export function claimSentence({ compare, where, metric, at, expect, margin }: Claim): string {
  const title = metricTitle(metric);
  const place = at === "best" ? "each at its best settings" : "at matched settings";
  const by = margin === undefined ? "" : `, margin ${amountWords(metric, margin)}`;
  if (compare === undefined)
    return `${title} ${boundWords(metric, expect, "%")} where ${settingsOf(where ?? {})}${at === "best" ? ", the best configuration" : ""}${by}`;
  const [subject, reference] = [0, 1].map((side) =>
    settingsOf(
      Object.fromEntries(Object.entries(compare).map(([axis, pair]) => [axis, pair[side as 0 | 1]])),
    ),
  );
  if (/[<>]/.test(expect))
    return `${title} of ${subject} minus that of ${reference} ${boundWords(metric, expect, "pp")}, ${place}${by}`;
  const relation =
    expect === "equivalent" ? "equivalent to" : expect === "not_worse" ? "not worse than" : `${expect} than`;
  return `${title} of ${subject} ${relation} that of ${reference}, ${place}${by}`;
}

/** An amount of a claim's metric in the unit that it is read in: `0.5 pp`, `1 %`, `5 µs`. */
function amountWords(metric: string, value: number, unit: "pp" | "%" = "pp"): string {
  if (metric === "step_ns") return formatNanoseconds(value);
  return isMetricName(metric) && isShare(metric)
    ? `${formatNumber(value * 100, 6)} ${unit}`
    : formatNumber(value, 6);
}

/** `< 0.01` of a rate as `< 1 %`. */
function boundWords(metric: string, expect: string, unit: "pp" | "%"): string {
  const [, sign = "", digits = ""] = /^\s*([<>]=?)\s*(.*?)\s*$/.exec(expect) ?? [];
  return `${sign} ${amountWords(metric, Number(digits), unit)}`;
}

/** Settings as words; an activation is named by itself alone. */
function settingsOf(settings: Readonly<Record<string, Json>>): string {
  const parts = Object.entries(settings).map(([axis, value]) =>
    axis === "activation" ? words(value) : `${axis.split(".").at(-1) ?? axis} ${words(value)}`,
  );
  return parts.join(", ");
}

/**
 * What a claim's verdict is based on: the value or the difference with interval, n and the test that decides.
 */
export function claimNumbers(judged: JudgedClaim): string {
  const { metric, effect, claim, bound, speed, test } = judged;
  if (speed !== undefined) return speed.map(stepWords).join("; ");
  if (metric === undefined || effect === undefined) return MISSING;
  const whole = fromBound(effect, bound);
  const numbers =
    claim.compare !== undefined || whole.method === "median"
      ? formatPaired(metric, whole)
      : formatEstimate(metric, whole.difference);
  if (test === undefined) return numbers;
  const tests =
    test === "equivalence" ? formatEquivalence(effect, metric) : formatDifferenceTest(effect, metric);
  return `${numbers}; ${tests}`;
}

/** `312 µs against 298 µs: 1.05× (1.04 … 1.06), noise floor 1.2 %, 16 rounds`. */
function stepWords({ ns, against_ns, floor, n, ...one }: StepRatio): string {
  return `${formatNanoseconds(ns)} against ${formatNanoseconds(against_ns)}: ${formatRatio({ ...one, ratioInterval: one.interval })}, noise floor ${formatPercent(floor, 1)}, ${plural(n, "round")}`;
}

/** When a claim was declared, as words. */
export function declaredWords(declared: Declared): string {
  switch (declared.when) {
    case "before":
      return "declared before its trials";
    case "post hoc":
      return `post hoc: ${declared.older} of its ${declared.trials} trials ended before it was declared`;
    case "unknown":
      return "not known whether it was declared before its trials";
    default:
      return declared satisfies never;
  }
}
