import { lastEpoch, metricOf, type TrialRecord } from "@actbench/core";
import type { MetricName } from "./metric-name.js";

/**
 * A metric of a trial's outcome: the last epoch's weights. Only a completed trial has one: a diverged, failed or
 * pruned trial has a curve but no outcome to average.
 */
export function trialValue(record: TrialRecord | undefined, name: MetricName): number | undefined {
  if (record?.status !== "completed") return undefined;
  const metric = metricOf(name);
  switch (metric.of) {
    case "epoch": {
      const last = lastEpoch(record);
      return last && metric.read(last);
    }
    case "start": {
      const [first] = record.curve;
      return first?.epoch === 0 ? metric.read(first) : undefined;
    }
    case "trial":
      return metric.read(record);
    case "network":
      return undefined;
    default:
      return metric satisfies never;
  }
}
