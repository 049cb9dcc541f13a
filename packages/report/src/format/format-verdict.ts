import type { MetricName } from "../metrics/metric-name.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import { verdictTitle } from "../verdict/verdict-title.js";
import { formatDifference, formatNumber } from "./format.js";

/** A verdict with what qualifies it: `better`, `inconclusive: 5 seeds have 80 % power only for …`. */
export function formatVerdict(effect: JudgedEffect): string {
  const why = verdictReasons(effect);
  if (effect.verdict === undefined) return why;
  const { word } = verdictTitle(effect.verdict);
  return why === "" ? word : `${word}: ${why}`;
}

/** What qualifies a verdict, and what is to be known of the sides; empty where nothing is. */
export function verdictReasons({ why, remark }: Pick<JudgedEffect, "why" | "remark">): string {
  return [why, remark].filter(Boolean).join("; ");
}

const names = { t: "t test", bootstrap: "sign-flip test", median: "sign test" } as const;
const adjustedBy = {
  holm: "Holm-adjusted",
  bh: "Benjamini–Hochberg-adjusted",
  none: "not adjusted",
} as const;

/** `p = 0.012`, `p < 0.0001`. */
export function pWords(p: number): string {
  const text = formatP(p);
  return text.startsWith("<") ? `p < ${text.slice(1)}` : `p = ${text}`;
}

/** `, Holm-adjusted 0.036`; empty for the only comparison of a family. */
function adjustedWords({ family, correction }: JudgedEffect, adjusted: number): string {
  return family > 1 && correction !== "none" ? `, ${adjustedBy[correction]} ${formatP(adjusted)}` : "";
}

/**
 * The two one-sided tests of equivalence: `within 0.5 pp: p = 0.003 (t test), Holm-adjusted 0.009`; empty
 * where there is no margin.
 */
export function formatEquivalence(effect: JudgedEffect, metric: MetricName): string {
  const { method, tested } = effect;
  if (method === undefined || tested?.equivalence === undefined) return "";
  const { margin, p, adjusted } = tested.equivalence;
  return `within ${amount(metric, margin)}: ${pWords(p)} (${names[method]})${adjustedWords(effect, adjusted)}`;
}

/**
 * As {@link formatTests}, with what the difference is held against where that is not 0: `from +5.00 pp: p
 * = 0.012 (t test)`.
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

/**
 * The tests behind a verdict: `p = 0.012 (t test), Holm-adjusted 0.036; sign-flip 0.031`; empty for one seed.
 */
export function formatTests(effect: JudgedEffect): string {
  const { method, tested } = effect;
  if (method === undefined || tested === undefined) return "";
  const { p, adjusted, signFlip } = tested;
  const flip = method === "t" && signFlip !== undefined ? `; sign-flip ${formatP(signFlip)}` : "";
  return `${pWords(p)} (${names[method]})${adjustedWords(effect, adjusted)}${flip}`;
}

/** A p-value to two digits, never 0: `0.034`, `<0.0001`. */
export function formatP(p: number): string {
  return p < 1e-4 ? "<0.0001" : formatNumber(p, 2);
}
