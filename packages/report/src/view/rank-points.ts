import type { SpeedLane, StudyPoint, StudyRecord, TrialRecord } from "@actbench/core/internal";
import { groupsWords } from "../format/format-groups.js";
import { type MetricName, TRIAL_METRICS } from "../metrics/metric-name.js";
import type { StepTime } from "../speed/point-step-times.js";
import type { Estimate } from "../stats/t-interval.js";
import type { PointView } from "./point-view.js";
import { type RunView, viewRun } from "./run-view.js";
import { seedGroups } from "./seed-groups.js";

/** A line of the ranked table. */
export interface Ranked {
  /** 1-based; a point without a value of the metric has none. */
  readonly rank?: number;
  readonly point: StudyPoint;
  /** Seeds planned, and of these completed and diverged. */
  readonly seeds: number;
  readonly completed: number;
  readonly diverged: number;
  /**
   * Where the completed seeds fall into two groups: `collapsed in 3 of 10 seeds`. A mean describes none of
   * them.
   */
  readonly groups?: string;
  /** The last rung (1-based) that the point came to, where it was stopped early. */
  readonly prunedAt?: number;
  /** What seeds are compared by: the study's metric, or an accuracy or a loss where no trial has that. */
  readonly metric: MetricName;
  /** The time of an update, where the order is by it. */
  readonly stepTime?: StepTime;
  /** Mean over completed seeds with interval, by metric; absent where no seed has a value. */
  readonly estimates: Readonly<Partial<Record<MetricName, Estimate>>>;
}

/** The points of a run, best first by the study's metric; see `rankOrder` for diverged seeds. */
export function rankPoints(
  study: StudyRecord,
  records: readonly TrialRecord[],
  speed?: SpeedLane,
): readonly Ranked[] {
  return rankedOf(viewRun({ study, records, ...(speed && { speed }) }));
}

/** The same of a run that is viewed already. */
export function rankedOf(view: RunView): readonly Ranked[] {
  const { byStepTime } = view.ranking;
  return view.ranked.map((point, i) => {
    const estimates: Partial<Record<MetricName, Estimate>> = {};
    for (const metric of TRIAL_METRICS) {
      const estimate = point.estimate(metric);
      if (estimate !== undefined) estimates[metric] = estimate;
    }
    return {
      ...((byStepTime ? point.stepTime : estimates[view.metric]) === undefined ? {} : { rank: i + 1 }),
      point: point.configuration,
      seeds: point.trials.length,
      completed: point.completed,
      diverged: point.diverged,
      ...groupsOf(view, point),
      ...(point.prunedAt === undefined ? {} : { prunedAt: point.prunedAt }),
      metric: view.metric,
      ...(point.stepTime && { stepTime: point.stepTime }),
      estimates,
    };
  });
}

function groupsOf(view: RunView, point: PointView): Pick<Ranked, "groups"> {
  const groups = seedGroups(view, point);
  return groups === undefined ? {} : { groups: groupsWords(groups) };
}
