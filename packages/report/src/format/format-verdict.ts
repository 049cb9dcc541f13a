import type { MetricName } from "../metrics/metric-name.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import { formatDifference, formatNumber } from "./format.js";

/** A verdict with what qualifies it: `better`, `undecided: 5 seeds find 0.6 pp or more with 80 %; …`. */
export function formatVerdict(effect: JudgedEffect): string {
  const why = verdictReasons(effect);
  if (effect.verdict === undefined) return why;
  return why === "" ? effect.verdict : `${effect.verdict}: ${why}`;
}

/** What qualifies a verdict, and what is to be known of the sides; empty where nothing is. */
export function verdictReasons({ why, remark }: Pick<JudgedEffect, "why" | "remark">): string {
  return [why, remark].filter(Boolean).join("; ");
}

const names = { t: "t", bootstrap: "sign-flip", median: "signs" } as const;

/**
 * The two one-sided tests of equivalence: `within 0.5 pp: t p 0.003, corrected for 3: 0.009`; empty where
 * there is no margin.
 */
export function formatEquivalence({ method, tested, family }: JudgedEffect, metric: MetricName): string {
  if (method === undefined || tested?.equivalence === undefined) return "";
  const { margin, p, adjusted } = tested.equivalence;
  const corrected = family > 1 ? `, corrected for ${family}: ${formatP(adjusted)}` : "";
  return `within ${amount(metric, margin)}: ${names[method]} p ${formatP(p)}${corrected}`;
}

/**
 * As {@link formatTests}, with what the difference is held against where that is not 0: `from +5.00 pp: t p
 * 0.012`.
 */
export function formatDifferenceTest(effect: JudgedEffect, metric: MetricName): string {
  const tests = formatTests(effect);
  const { low = 0, high = 0 } = effect.tested?.none ?? {};
  if (tests === "" || (low === 0 && high === 0)) return tests;
  const held = low === high ? `from ${formatDifference(metric, low)}` : `beyond ± ${amount(metric, high)}`;
  return `${held}: ${tests}`;
}

function amount(metric: MetricName, value: number): string {
  return formatDifference(metric, value).replace("+", "");
}

/** The tests behind a verdict: `t p 0.012, corrected for 3: 0.036; sign-flip 0.031`; empty for one seed. */
export function formatTests({ method, tested, family }: JudgedEffect): string {
  if (method === undefined || tested === undefined) return "";
  const { p, adjusted, signFlip } = tested;
  const corrected = family > 1 ? `, corrected for ${family}: ${formatP(adjusted)}` : "";
  const flip = method === "t" && signFlip !== undefined ? `; sign-flip ${formatP(signFlip)}` : "";
  return `${names[method]} p ${formatP(p)}${corrected}${flip}`;
}

/** A p-value to two digits, never 0: `0.034`, `<0.0001`. */
export function formatP(p: number): string {
  return p < 1e-4 ? "<0.0001" : formatNumber(p, 2);
}
