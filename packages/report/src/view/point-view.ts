import type { StudyPoint } from "@actbench/core/internal";
import { estimateMetric } from "../metrics/estimate-metric.js";
import type { MetricName } from "../metrics/metric-name.js";
import { trialValues } from "../metrics/trial-value.js";
import type { StepTime } from "../speed/point-step-times.js";
import type { Estimate } from "../stats/t-interval.js";
import type { TrialView } from "./trial-view.js";

/** A point with its trials, one per seed, and its estimates over seeds. */
export interface PointView {
  readonly configuration: StudyPoint;
  /** Its number in the study's list of points. */
  readonly index: number;
  /** In the order of the study's seeds. */
  readonly trials: readonly TrialView[];
  /** The label of the first hidden layer's activation; undefined for a linear classifier. */
  readonly activation: string | undefined;
  /** The number of its activation's color. */
  readonly color: number;
  readonly completed: number;
  readonly diverged: number;
  /** The trial of a seed. */
  trialAt(seed: number): TrialView | undefined;
  /** The time of an update, where the study ranks by it and the isolated speed lane measured this network. */
  readonly stepTime?: StepTime;
  /** The last rung (1-based) that the point came to, where it was stopped early. */
  readonly prunedAt: number | undefined;
  /** Mean over completed seeds with interval; undefined where no seed has a value. */
  estimate(metric: MetricName): Estimate | undefined;
  /** One value per completed seed that has one. */
  values(metric: MetricName): readonly number[];
}

/** What a point's view needs besides the point. */
export interface PointContext {
  readonly trials: readonly TrialView[];
  /** Its number, asked for when the points are ranked. */
  readonly color: () => number;
  readonly confidence: number;
  readonly stepTime?: StepTime | undefined;
}

/** Gathers a point; values and estimates are computed once, when first asked for. */
export function viewPoint(
  point: StudyPoint,
  { trials, color, confidence, stepTime }: PointContext,
): PointView {
  const memo = new Map<MetricName, Estimate | undefined>();
  const bySeed = new Map(trials.map((trial) => [trial.planned.seed, trial]));
  let known: ReturnType<typeof trialValues> | undefined;
  const values = (metric: MetricName): readonly number[] => {
    known ??= trialValues(trials.map(({ record }) => record));
    return known.get(metric) ?? [];
  };
  return {
    configuration: point,
    index: point.point,
    trials,
    get color() {
      return color();
    },
    activation: point.spec.model.activation[0]?.label,
    completed: trials.filter(({ status }) => status === "completed").length,
    diverged: trials.filter(({ status }) => status === "diverged").length,
    trialAt: (seed) => bySeed.get(seed),
    ...(stepTime && { stepTime }),
    prunedAt: prunedAt(trials),
    values,
    estimate(metric) {
      if (!memo.has(metric)) memo.set(metric, estimateMetric(metric, values(metric), confidence));
      return memo.get(metric);
    },
  };
}

function prunedAt(trials: readonly TrialView[]): number | undefined {
  const rungs = trials.flatMap(({ record }) => (record?.status === "pruned" ? [record.rung] : []));
  return rungs.length === 0 ? undefined : rungs.reduce((a, b) => Math.max(a, b));
}
