import type { Metric, PlannedTrial, StudyPoint } from "@actbench/core/internal";
import { rungStep } from "../plan/rung-step.js";
import { epochScores } from "../results/epoch-scores.js";
import { isFailure } from "../results/is-failure.js";
import { metricValue } from "../results/metric-value.js";
import { curveOf, finalRecord, type TrialProgress } from "./trial-progress.js";

/** A point at a rung. */
export interface RankedPoint {
  readonly point: StudyPoint;
  /** Mean over seeds, higher is better; −∞ where a seed has no value. */
  readonly score: number;
  /** A seed failed or timed out before the rung, which another machine may not see. */
  readonly machine: boolean;
}

/** Points from best to worst after an epoch, ties by number; `trials` are by point number, all seeds each. */
export function rankRung(
  points: readonly StudyPoint[],
  epoch: number,
  study: {
    readonly trials: readonly (readonly PlannedTrial[])[];
    readonly states: TrialProgress;
    readonly metric: Metric;
  },
): readonly RankedPoint[] {
  const { trials, states, metric } = study;
  const sign = metric.goal === "maximize" ? 1 : -1;
  const ranked = points.map((point): RankedPoint => {
    const step = rungStep(point.spec, epoch);
    const own = trials[point.point] ?? [];
    let sum = 0;
    let machine = false;
    for (const { id } of own) {
      const reached = curveOf(id, states).find((one) => one.step === step);
      const value = reached && metricValue(metric.name, epochScores(reached));
      sum += value === undefined ? Number.NEGATIVE_INFINITY : sign * value;
      const record = finalRecord(id, states);
      if (reached === undefined && record !== undefined && isFailure(record)) machine = true;
    }
    return { point, score: sum / own.length, machine };
  });
  return ranked.sort((a, b) =>
    a.score === b.score ? a.point.point - b.point.point : a.score > b.score ? -1 : 1,
  );
}
