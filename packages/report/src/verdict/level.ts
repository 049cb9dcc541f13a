import type { Look } from "@actbench/core";

/** The level at which a run's comparisons are tested. */
export interface Level {
  readonly alpha: number;
  /** 1 − α: the confidence of the intervals that go with the verdicts. */
  readonly confidence: number;
  /** 1 for the first look at the verdicts; one more for each time that seeds were added after one. */
  readonly look: number;
  /** Verdicts are given; false while this number of seeds is in no look. */
  readonly shown: boolean;
}

/**
 * The level of a look: α at the first; after seeds were added look k is tested at α / 2ᵏ, for who may add seeds until
 * a verdict pleases would find one too often. Looks at the same number of seeds are one. Without a list of looks the
 * run is taken to be looked at for the first time. Together all looks make at most 1.5 α.
 */
export function levelOf(confidence: number, n: number, looks: readonly Look[] | undefined): Level {
  const counts = new Set(looks?.map((look) => look.n));
  const shown = looks === undefined || counts.has(n);
  const look = 1 + [...counts].filter((count) => count !== n && isBefore(looks ?? [], count, n)).length;
  const alpha = look === 1 ? 1 - confidence : (1 - confidence) / 2 ** look;
  return { alpha, confidence: look === 1 ? confidence : 1 - alpha, look, shown };
}

/** Whether verdicts on `count` seeds were shown before those on n; where n was not yet, every other was. */
function isBefore(looks: readonly Look[], count: number, n: number): boolean {
  const first = (seeds: number): number => looks.findIndex((look) => look.n === seeds);
  return first(n) < 0 || first(count) < first(n);
}
