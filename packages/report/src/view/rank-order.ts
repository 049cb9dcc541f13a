import { metricOf, rankingScore, type StudyRecord, scoreMetricName } from "@actbench/core/internal";
import { goodDirection } from "../metrics/good-direction.js";
import { isMetricName, type MetricName } from "../metrics/metric-name.js";
import type { PointView } from "./point-view.js";

/** What points are ranked by. */
export interface Ranking {
  /** What seeds are compared by: the study's metric or, where no trial has that, an accuracy or a loss. */
  readonly metric: MetricName;
  /** 1: more of `metric` is better; −1: less is better. */
  readonly sign: 1 | -1;
  /** The order is by the time of an update, which the isolated speed lane measured of each network. */
  readonly byStepTime: boolean;
  /** Why the order is not by the study's metric; empty where it is. */
  readonly instead: string;
  /** The study turns its metric's goal round: the worst come first. */
  readonly turned: boolean;
}

/** How a study's points are ranked: by `step_ns` only where the isolated speed lane ran. */
export function rankingOf(study: StudyRecord, isTimed: boolean): Ranking {
  const { name, goal } = study.metric;
  const metric = isMetricName(name) ? name : scoreOf(study);
  const sign = goodDirection(metric, study.metric);
  const byStepTime = name === "step_ns" && isTimed;
  if (isMetricName(name) || byStepTime)
    return { metric, sign, byStepTime, instead: "", turned: metricOf(name).goal !== goal };
  const reason =
    name === "step_ns"
      ? "the isolated timing was not run (measure: { speed: true })"
      : "this version does not know it";
  return { metric, sign, byStepTime, instead: `${name}: ${reason}`, turned: false };
}

/**
 * The score that every point has, such as an accuracy, of an autoencoder its loss; of validation examples
 * where some are held out.
 */
function scoreOf({ points }: StudyRecord): MetricName {
  const held = points.every(({ spec }) => spec.dataset.validation > 0);
  return scoreMetricName(held ? "validation" : "test", rankingScore(points.map(({ spec }) => spec)));
}

/**
 * Best first, by the mean over completed seeds or the time of an update. A point of which a seed diverged
 * comes after all of which none did, so that a lucky survivor does not lead; a point without a value comes
 * last, one that was stopped early at a later rung before one at an earlier rung. Ties keep the plan's order.
 */
export function rankOrder(points: readonly PointView[], study: StudyRecord): readonly PointView[] {
  const { metric, sign, byStepTime } = rankingOf(study, isTimed(points));
  const timeSign = study.metric.goal === "maximize" ? 1 : -1;
  const keyed = points.map((point) => {
    const value = byStepTime ? point.stepTime?.p50_ns : point.estimate(metric)?.mean;
    const tier = value === undefined ? 2 : point.diverged > 0 ? 1 : 0;
    const size = (byStepTime ? timeSign : sign) * (value ?? 0);
    return { point, tier, value: value === undefined ? (point.prunedAt ?? 0) : size };
  });
  keyed.sort((a, b) => a.tier - b.tier || b.value - a.value || a.point.index - b.point.index);
  return keyed.map(({ point }) => point);
}

/** Whether the isolated speed lane measured any of the points. */
export function isTimed(points: readonly PointView[]): boolean {
  return points.some(({ stepTime }) => stepTime !== undefined);
}
