import {
  type EpochRecord,
  METRICS,
  RANKING_SCORES,
  SCORES,
  type Score,
  type StartMetricName,
  SUBSETS,
  type Subset,
} from "@actbench/core/internal";
import { type EpochScores, epochScores } from "./epoch-scores.js";

/**
 * What results.csv takes from a curve: the scores of its last epoch, the metrics of the initialization and
 * the rest here.
 */
export type CurveSummary = EpochScores & {
  readonly [M in StartMetricName]?: number;
} & {
  /** The last epoch that ended; absent: none. */
  readonly epochs_done?: number;
  /**
   * The first epoch with the highest validation accuracy, else with the lowest RMSE or loss; test never
   * chooses.
   */
  readonly best_epoch?: number;
  /** The error of each target after the last epoch, where there are several. */
  readonly target_rmse?: TargetErrors;
};

/** The error of each target, in order, on each subset that was scored. */
export type TargetErrors = { readonly [S in Subset]?: readonly number[] };

/** Sums a curve up. */
export function summarizeCurve(curve: readonly EpochRecord[]): CurveSummary {
  const [first] = curve;
  const last = curve.at(-1);
  if (first === undefined || last === undefined) return {};
  const best = bestEpoch(curve);
  return {
    ...epochScores(last),
    epochs_done: last.epoch,
    ...(best !== undefined && { best_epoch: best }),
    ...startValues(first),
    ...targetErrors(last),
  };
}

function targetErrors(epoch: EpochRecord): Pick<CurveSummary, "target_rmse"> {
  const known = SUBSETS.flatMap((subset) => {
    const errors = epoch[subset]?.target_rmse;
    return errors === undefined ? [] : [[subset, errors] as const];
  });
  return known.length === 0 ? {} : { target_rmse: Object.fromEntries(known) };
}

function startValues(epoch: EpochRecord): { readonly [M in StartMetricName]?: number } {
  const values = METRICS.flatMap((metric) =>
    metric.of === "start" ? [[metric.name, metric.read(epoch)] as const] : [],
  );
  return Object.fromEntries(values.filter(([, value]) => Number.isFinite(value)));
}

function bestEpoch(curve: readonly EpochRecord[]): number | undefined {
  let best: { readonly epoch: number; readonly merit: number } | undefined;
  for (const { epoch, validation } of curve) {
    if (validation === undefined) continue;
    const merit = meritOf(validation);
    if (best === undefined || merit > best.merit) best = { epoch, merit };
  }
  return best?.epoch;
}

/** A score, more is better: the first measured one that a task is ranked by. */
function meritOf(values: Score): number {
  const name = RANKING_SCORES.find((known) => values[known] !== undefined);
  const score = SCORES.find((known) => known.name === name);
  if (name === undefined || score === undefined) return Number.NEGATIVE_INFINITY;
  const value = values[name] ?? 0;
  return score.goal === "maximize" ? value : -value;
}
