import {
  type Completed,
  divergedValue,
  isScoreMetric,
  lastEpoch,
  metricOf,
  scoresOf,
  type TrialRecord,
} from "@actbench/core/internal";
import type { MetricName } from "../metrics/metric-name.js";
import { trialValue } from "../metrics/trial-value.js";
import { chanceAt } from "../view/chance.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";

/** What a trial counts for when two settings are compared: a value, or the reason why there is none. */
export type Counted =
  | {
      readonly value: number;
      readonly diverged: boolean;
      /** Of the weights of a completed trial. */
      readonly digest?: string;
    }
  | { readonly absent: "not run" | "failed" | "pruned" | "diverged" | "not measured" };

const NOT_RUN: Counted = { absent: "not run" };

/**
 * What the trials of a point count for by seed, in the order of the study's seeds; computed once for each
 * metric.
 */
export function countSeeds(
  view: Pick<RunView, "study">,
  point: PointView,
  metric: MetricName,
): ReadonlyMap<number, Counted> {
  const known = counted.get(point) ?? new Map<MetricName, ReadonlyMap<number, Counted>>();
  counted.set(point, known);
  const seeds =
    known.get(metric) ??
    new Map(
      point.trials.map(({ planned, record }) => [planned.seed, countTrial(view, point, record, metric)]),
    );
  known.set(metric, seeds);
  return seeds;
}

// Effects, claims, findings and charts compare the same trials.
const counted = new WeakMap<PointView, Map<MetricName, ReadonlyMap<number, Counted>>>();

/**
 * A completed trial counts what it measured, and a score that was not finite as a diverged one's: a loss as
 * +∞. A diverged one is a result, not a gap: its accuracy is that of always answering the commonest training
 * class, its loss +∞; it has no rates and no times. Failed, timed out and out of memory are missing.
 */
export function countTrial(
  view: Pick<RunView, "study">,
  point: Pick<PointView, "configuration">,
  record: TrialRecord | undefined,
  metric: MetricName,
): Counted {
  if (record === undefined) return NOT_RUN;
  switch (record.status) {
    case "completed": {
      const value = trialValue(record, metric);
      if (value !== undefined) return { value, diverged: false, digest: record.digest };
      const instead = isNotFinite(record, metric, point) ? valueOfDiverged(view, point, metric) : undefined;
      return instead === undefined ? { absent: "not measured" } : { value: instead, diverged: true };
    }
    case "diverged": {
      const value = valueOfDiverged(view, point, metric);
      return value === undefined ? { absent: "diverged" } : { value, diverged: true };
    }
    case "pruned":
      return { absent: "pruned" };
    case "failed":
    case "timed_out":
    case "out_of_memory":
      return { absent: "failed" };
    default:
      return record satisfies never;
  }
}

/** Whether a trial's last epoch was scored, and this score is not there because it is not finite. */
function isNotFinite(
  record: Completed,
  name: MetricName,
  { configuration }: Pick<PointView, "configuration">,
): boolean {
  const metric = metricOf(name);
  if (!isScoreMetric(metric) || !scoresOf(configuration.spec).includes(metric.score)) return false;
  const values = lastEpoch(record)?.[metric.from];
  return values !== undefined && values[metric.score.name] === undefined;
}

function valueOfDiverged(
  view: Pick<RunView, "study">,
  point: Pick<PointView, "configuration">,
  metric: MetricName,
): number | undefined {
  return divergedValue(metricOf(metric), chanceAt(view, point));
}
