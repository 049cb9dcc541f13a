import type { StudyPoint } from "@actbench/core/internal";
import type { MetricName } from "../metrics/metric-name.js";
import type { Estimate } from "../stats/t-interval.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { RunView } from "../view/run-view.js";
import { baselineDifference, datasetOf } from "./baseline-difference.js";
import { judgedFinalists } from "./judged-finalists.js";

/** A finalist in numbers: what chose it, and what fresh seeds say. */
export interface ConfirmedPoint {
  readonly point: StudyPoint;
  /** Finalists are compared with those of the same dataset. */
  readonly dataset: string;
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
  /**
   * The verdict against the finalist of the baseline's activation, in the metric that it is judged by; all of
   * them are one family. Absent where `lessBaseline` is, and until all finalists have ended.
   */
  readonly against?: { readonly metric: MetricName; readonly paired: JudgedEffect };
  /** 1: cannot be distinguished from the best finalist of the dataset; 2: nor from the best of the rest. */
  readonly tier?: number;
}

/** The finalists of a run in numbers, in plan order; none where nothing was to be confirmed. */
export function confirmedOf(view: RunView): readonly ConfirmedPoint[] {
  const judged = judgedFinalists(view);
  return view.finalists.map((finalist, i) => {
    const { chosen, fresh } = finalist;
    const [before, after] = [chosen.estimate(view.metric), fresh.estimate(view.metric)];
    const difference = baselineDifference(view, finalist);
    const { paired, tier } = judged?.rows[i] ?? {};
    return {
      point: chosen.configuration,
      dataset: datasetOf(finalist),
      metric: view.metric,
      ...(before && { chosen: before }),
      seeds: fresh.trials.length,
      completed: fresh.completed,
      diverged: fresh.diverged,
      ...(after && { fresh: after }),
      ...(difference && { lessBaseline: difference }),
      ...(judged && paired && { against: { metric: judged.metric, paired } }),
      ...(tier !== undefined && { tier }),
    };
  });
}
