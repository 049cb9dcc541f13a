import {
  type Completed,
  divergedValue,
  isScoreMetric,
  lastEpoch,
  metricOf,
  scoresOf,
  type TrialRecord,
} from "@actbench/core";
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

/**
 * A completed trial counts what it measured, and a score that was not finite as a diverged one's: a loss as +∞. A diverged one
 * is a result, not a gap: its accuracy is that of always answering the commonest training class, its loss +∞; it has no rates
 * and no times.
 * Failed, timed out and out of memory are missing.
 */
export function countTrial(
  view: Pick<RunView, "study">,
  point: Pick<PointView, "configuration">,
  record: TrialRecord | undefined,
  metric: MetricName,
): Counted {
  if (record === undefined) return { absent: "not run" };
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
