import {
  type Completed,
  type EpochRecord,
  type MetricEntry,
  metricOf,
  type TrialRecord,
} from "@actbench/core/internal";
import { type MetricName, TRIAL_METRICS } from "./metric-name.js";
import { isOfOtherKind } from "./other-kind.js";

/**
 * A metric of a trial's outcome: the last epoch's weights. Only a completed trial has one: a diverged, failed
 * or pruned trial has a curve but no outcome to average.
 */
export function trialValue(record: TrialRecord | undefined, name: MetricName): number | undefined {
  return record?.status === "completed" ? outcomeValue(record, record.curve, metricOf(name)) : undefined;
}

/** The values of every metric over trials, those without one left out; each curve is read once. */
export function trialValues(
  records: readonly (TrialRecord | undefined)[],
): ReadonlyMap<MetricName, readonly number[]> {
  const values = TRIAL_METRICS.map((name) => ({ name, metric: metricOf(name), own: [] as number[] }));
  for (const record of records) {
    if (record?.status !== "completed") continue;
    const { curve } = record;
    for (const { metric, own } of values) {
      const value = outcomeValue(record, curve, metric);
      if (value !== undefined) own.push(value);
    }
  }
  return new Map(values.map(({ name, own }) => [name, own]));
}

function outcomeValue(
  record: Completed,
  curve: readonly EpochRecord[],
  metric: MetricEntry,
): number | undefined {
  switch (metric.of) {
    case "epoch": {
      const last = curve[curve.length - 1];
      return last && metric.read(last);
    }
    case "start": {
      const [first] = curve;
      return first?.epoch === 0 ? metric.read(first) : undefined;
    }
    case "trial":
      return !metric.repeats && isOfOtherKind(record) ? undefined : metric.read(record);
    case "network":
      return undefined;
    default:
      return metric satisfies never;
  }
}
