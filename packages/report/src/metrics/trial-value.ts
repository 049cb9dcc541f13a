import { lastEpoch, type TrialRecord } from "@actbench/core";
import { epochValue } from "./epoch-value.js";
import type { MetricName } from "./metric-name.js";
import { pooledUnits } from "./pooled-units.js";

/**
 * A metric of a trial's outcome: the last epoch's weights. Only a completed trial has one: a diverged, failed or
 * pruned trial has a curve but no outcome to average.
 */
export function trialValue(record: TrialRecord | undefined, metric: MetricName): number | undefined {
  if (record?.status !== "completed") return undefined;
  switch (metric) {
    case "dead_rate_init": {
      const first = record.curve[0];
      return first?.epoch === 0 ? pooledUnits(first.units)?.dead_rate : undefined;
    }
    case "train_s":
      return record.timing.train_s;
    case "samples_per_s":
      return record.timing.samples_per_s;
    case "peak_bytes":
      return record.peak_bytes;
    default: {
      const last = lastEpoch(record);
      return last && epochValue(last, metric);
    }
  }
}
