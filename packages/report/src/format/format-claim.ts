import type { Claim, Json } from "@actbench/core";
import type { Declared, JudgedClaim } from "../claims/judged-claim.js";
import { metricTitle } from "../metrics/metric-name.js";
import type { StepRatio } from "../speed/step-ratio.js";
import { formatPercent, MISSING, plural } from "./format.js";
import { formatEffect, formatEstimate } from "./format-estimate.js";
import { formatNanoseconds, formatRatio } from "./format-speed.js";
import { formatEquivalence, formatTests } from "./format-verdict.js";

const words = (value: Json | undefined): string =>
  typeof value === "string" ? value : JSON.stringify(value ?? null);

/** What a claim says, as a phrase: `inactive rate of leaky_relu lower than of relu, at equal settings`. */
export function claimSentence({ compare, where, metric, at, expect, margin }: Claim): string {
  const title = metricTitle(metric);
  const place = at === "best" ? "each at its own best" : "at equal settings";
  const by = margin === undefined ? "" : `, margin ${margin}`;
  if (compare === undefined)
    return `${title} ${expect} where ${settingsOf(where ?? {})}${at === "best" ? ", the best point" : ""}`;
  const [subject, reference] = [0, 1].map((side) =>
    settingsOf(
      Object.fromEntries(Object.entries(compare).map(([axis, pair]) => [axis, pair[side as 0 | 1]])),
    ),
  );
  if (/[<>]/.test(expect)) return `${title} of ${subject} less that of ${reference} ${expect}, ${place}`;
  const relation = expect === "equivalent" ? "equivalent to" : `${expect} than`;
  return `${title} of ${subject} ${relation} of ${reference}, ${place}${by}`;
}

/** Settings as words; an activation is named by itself alone. */
function settingsOf(settings: Readonly<Record<string, Json>>): string {
  const parts = Object.entries(settings).map(([axis, value]) =>
    axis === "activation" ? words(value) : `${axis.split(".").at(-1) ?? axis} ${words(value)}`,
  );
  return parts.join(", ");
}

/** What a claim's verdict stands on: the value or the difference with interval, n and tests. */
export function claimNumbers({ metric, value, effect, claim, bound, speed }: JudgedClaim): string {
  if (speed !== undefined) return speed.map(stepWords).join("; ");
  if (metric === undefined || effect === undefined) return MISSING;
  const isValue = claim.compare === undefined;
  const numbers = isValue
    ? formatEstimate(metric, value)
    : formatEffect(metric, shifted(effect.difference, bound));
  const tests = claim.expect === "equivalent" ? formatEquivalence(effect, metric) : formatTests(effect);
  return tests === "" ? numbers : `${numbers}; ${tests}`;
}

/** `312 µs against 298 µs: 1.05× (1.04 … 1.06), noise floor 1.2 %, 16 rounds`. */
function stepWords({ ns, against_ns, floor, n, ...one }: StepRatio): string {
  return `${formatNanoseconds(ns)} against ${formatNanoseconds(against_ns)}: ${formatRatio({ ...one, ratioInterval: one.interval })}, noise floor ${formatPercent(floor, 1)}, ${plural(n, "round")}`;
}

/** A difference from a bound back as the difference itself. */
function shifted(difference: NonNullable<JudgedClaim["effect"]>["difference"], bound = 0) {
  if (difference === undefined || bound === 0) return difference;
  const { low, high } = difference;
  return {
    ...difference,
    mean: difference.mean + bound,
    ...(low === undefined || high === undefined ? {} : { low: low + bound, high: high + bound }),
  };
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
