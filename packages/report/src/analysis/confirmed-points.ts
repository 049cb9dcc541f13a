import type { StudyPoint } from "@actbench/core/internal";
import type { MetricName } from "../metrics/metric-name.js";
import type { Estimate } from "../stats/t-interval.js";
import type { RunView } from "../view/run-view.js";
import { baselineDifference } from "./baseline-difference.js";

/** A finalist in numbers: what chose it, and what fresh seeds say. None of them enters a verdict. */
export interface ConfirmedPoint {
  readonly point: StudyPoint;
  /** The study's metric. */
  readonly metric: MetricName;
  /** Over the seeds that chose the point. */
  readonly chosen?: Estimate;
  /** Over fresh seeds: how many are planned, completed, diverged, and their mean. */
  readonly seeds: number;
  readonly completed: number;
  readonly diverged: number;
  readonly fresh?: Estimate;
  /**
   * Less the finalist of the baseline's activation, at equal fresh seeds; absent for itself and without a
   * baseline.
   */
  readonly lessBaseline?: Estimate;
}

/** The finalists of a run in numbers, in plan order; none where nothing was to be confirmed. */
export function confirmedOf(view: RunView): readonly ConfirmedPoint[] {
  return view.finalists.map((finalist) => {
    const { chosen, fresh } = finalist;
    const [before, after] = [chosen.estimate(view.metric), fresh.estimate(view.metric)];
    const difference = baselineDifference(view, finalist);
    return {
      point: chosen.configuration,
      metric: view.metric,
      ...(before && { chosen: before }),
      seeds: fresh.trials.length,
      completed: fresh.completed,
      diverged: fresh.diverged,
      ...(after && { fresh: after }),
      ...(difference && { lessBaseline: difference }),
    };
  });
}
