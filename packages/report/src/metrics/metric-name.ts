import type { MetricColumn } from "@actbench/core";

/** Metrics of an epoch, by their column in `results.csv`. */
export const EPOCH_METRICS = [
  "train_accuracy",
  "validation_accuracy",
  "test_accuracy",
  "train_loss",
  "validation_loss",
  "test_loss",
  "dead_rate",
  "inactive_rate",
  "saturated_rate",
  "zero_fraction",
] as const satisfies readonly MetricColumn[];
export type EpochMetric = (typeof EPOCH_METRICS)[number];

/** Metrics of a whole trial, by their column in `results.csv`. */
export const TRIAL_METRICS = [
  "dead_rate_init",
  "train_s",
  "samples_per_s",
  "peak_bytes",
] as const satisfies readonly MetricColumn[];

/** Every metric that a trial has; the isolated speed lane measures `step_ns` of a network, over no seeds. */
export const METRICS = [...EPOCH_METRICS, ...TRIAL_METRICS] as const;
export type MetricName = Exclude<MetricColumn, "step_ns">;

export function isMetricName(name: string): name is MetricName {
  return (METRICS as readonly string[]).includes(name);
}

export function isEpochMetric(name: string): name is EpochMetric {
  return (EPOCH_METRICS as readonly string[]).includes(name);
}

/** How a metric's numbers are written and drawn. */
export type MetricKind = "accuracy" | "loss" | "rate" | "seconds" | "throughput" | "bytes";

export function metricKind(name: MetricName): MetricKind {
  if (name.endsWith("_accuracy")) return "accuracy";
  if (name.endsWith("_loss")) return "loss";
  if (name === "train_s") return "seconds";
  if (name === "samples_per_s") return "throughput";
  return name === "peak_bytes" ? "bytes" : "rate";
}

/** A metric's name in a sentence, for example `validation accuracy`. */
export function metricTitle(name: string): string {
  if (name === "train_s") return "training time";
  if (name === "samples_per_s") return "throughput during the sweep";
  if (name === "dead_rate_init") return "dead rate at initialisation";
  if (name === "peak_bytes") return "peak memory";
  if (name === "step_ns") return "time of an update";
  return name.replaceAll("_", " ");
}
