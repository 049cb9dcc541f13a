import type { Look, StatsSettings } from "@actbench/core/internal";

/** The level at which a run's comparisons are tested. */
export interface Level {
  readonly alpha: number;
  /** 1 − α: the confidence of the intervals that go with the verdicts. */
  readonly confidence: number;
  /** 1 for the first look at the verdicts; one more for each time that seeds were added after one. */
  readonly look: number;
  /** Looks that were declared before the first. */
  readonly declared: number;
  /** The study declares another number now, too late to count. */
  readonly late: boolean;
  /** The most that this look and all before it err together. */
  readonly spent: number;
  /** Verdicts are given; false while this number of seeds is in no look. */
  readonly shown: boolean;
}

/**
 * The level of a look, because adding seeds until a verdict pleases inflates false positives. Looks at the
 * same number of seeds are one. What the study declares counts as it stood at the first look; without a list
 * of looks the run is taken to be looked at for the first time.
 */
export function levelOf(
  { confidence, looks: wanted = 1 }: Pick<StatsSettings, "confidence" | "looks">,
  n: number,
  looks: readonly Look[] | undefined,
): Level {
  const counts = new Set(looks?.map((look) => look.n));
  const shown = looks === undefined || counts.has(n);
  const look = 1 + [...counts].filter((count) => count !== n && isBefore(looks ?? [], count, n)).length;
  const first = looks?.[0];
  const declared = first === undefined ? wanted : (first.declared ?? 1);
  const share = shareOf(look, declared);
  const whole = decimal(1 - confidence);
  let spent = 0;
  for (let k = 1; k <= look; k++) spent += shareOf(k, declared);
  return {
    alpha: share * whole,
    confidence: decimal(1 - share * whole),
    look,
    declared,
    late: declared !== wanted,
    spent: spent * whole,
    shown,
  };
}

/**
 * The share of α at which look k is tested. Of K > 1 declared looks each takes (1 − 2⁻ᴷ) / K, each further
 * one half of what is left, 2⁻ᵏ: together never more than 1, whatever the looks share (Bonferroni; a spending
 * function after Lan and DeMets 1983, "Discrete sequential boundaries for clinical trials"). One declared
 * look takes all; what follows it undeclared comes on top, at most 1.5 in all.
 */
function shareOf(look: number, declared: number): number {
  if (look > declared) return 2 ** -look;
  return declared === 1 ? 1 : (1 - 2 ** -declared) / declared;
}

/** 0.05 for 1 − 0.95, which a computer takes for 0.050000000000000044. */
function decimal(value: number): number {
  return Number(value.toPrecision(12));
}

/** Whether verdicts on `count` seeds were shown before those on n; where n was not yet, every other was. */
function isBefore(looks: readonly Look[], count: number, n: number): boolean {
  const first = (seeds: number): number => looks.findIndex((look) => look.n === seeds);
  return first(n) < 0 || first(count) < first(n);
}
