import { type Completed, lastEpoch, type TrialRecord } from "@actbench/core";
import { type MetricName, metricKind } from "../metrics/metric-name.js";
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
 * A completed trial counts what it measured, and a loss that was not finite as +∞. A diverged one is a result, not a gap:
 * its accuracy is that of always answering the commonest training class, its loss +∞; it has no rates and no times.
 * Failed, timed out and out of memory are missing.
 */
export function countTrial(
  view: Pick<RunView, "study">,
  point: Pick<PointView, "point">,
  record: TrialRecord | undefined,
  metric: MetricName,
): Counted {
  if (record === undefined) return { absent: "not run" };
  switch (record.status) {
    case "completed": {
      const value = trialValue(record, metric);
      if (value !== undefined) return { value, diverged: false, digest: record.digest };
      return isInfiniteLoss(record, metric)
        ? { value: Infinity, diverged: true }
        : { absent: "not measured" };
    }
    case "diverged": {
      const value = divergedValue(view, point, metric);
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

/** Whether a trial's last epoch has a score whose loss is not there, because it is not finite. */
function isInfiniteLoss(record: Completed, metric: MetricName): boolean {
  const { train, validation, test } = lastEpoch(record) ?? {};
  const scores = { train_loss: train, validation_loss: validation, test_loss: test };
  const score = Object.entries(scores).find(([name]) => name === metric)?.[1];
  return score !== undefined && score.loss === undefined;
}

function divergedValue(
  view: Pick<RunView, "study">,
  point: Pick<PointView, "point">,
  metric: MetricName,
): number | undefined {
  const kind = metricKind(metric);
  if (kind === "loss") return Infinity;
  return kind === "accuracy" ? chanceAt(view, point)?.commonest : undefined;
}
