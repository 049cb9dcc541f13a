import type { EpochRecord } from "@actbench/core";
import { type EpochScores, epochScores } from "../results/epoch-scores.js";

/** What results.csv takes from a curve: the scores of its last epoch and the rest here. */
export interface CurveSummary extends EpochScores {
  /** The last epoch that ended; absent: none. */
  readonly epochs_done?: number;
  /**
   * The first epoch with the highest validation accuracy, or the lowest loss where there is none; test never chooses.
   */
  readonly best_epoch?: number;
  /** Share of dead units at initialisation. */
  readonly dead_rate_init?: number;
}

/** Sums a curve up. */
export function summarizeCurve(curve: readonly EpochRecord[]): CurveSummary {
  const [first] = curve;
  const last = curve.at(-1);
  if (first === undefined || last === undefined) return {};
  const best = bestEpoch(curve);
  const { dead_rate } = epochScores(first);
  return {
    ...epochScores(last),
    epochs_done: last.epoch,
    ...(best !== undefined && { best_epoch: best }),
    ...(dead_rate !== undefined && { dead_rate_init: dead_rate }),
  };
}

function bestEpoch(curve: readonly EpochRecord[]): number | undefined {
  let best: { readonly epoch: number; readonly merit: number } | undefined;
  for (const { epoch, validation } of curve) {
    if (validation === undefined) continue;
    const { accuracy, loss = Number.POSITIVE_INFINITY } = validation;
    const merit = accuracy ?? -loss;
    if (best === undefined || merit > best.merit) best = { epoch, merit };
  }
  return best?.epoch;
}
