import type { NetworkMetric, TrialMetric } from "./metric-entry.js";

export const trainSeconds = {
  name: "train_s",
  title: "training time",
  unit: "s",
  goal: "minimize",
  repeats: false,
  of: "trial",
  read: ({ timing }) => timing.train_s,
} as const satisfies TrialMetric;

export const samplesPerSecond = {
  name: "samples_per_s",
  title: "throughput during the sweep",
  unit: "per_s",
  goal: "maximize",
  repeats: false,
  of: "trial",
  read: ({ timing }) => timing.samples_per_s,
} as const satisfies TrialMetric;

export const peakBytes = {
  name: "peak_bytes",
  title: "peak memory",
  unit: "bytes",
  goal: "minimize",
  repeats: true,
  of: "trial",
  read: ({ peak_bytes }) => peak_bytes,
} as const satisfies TrialMetric;

export const stepNanoseconds = {
  name: "step_ns",
  title: "time of a step",
  unit: "ns",
  goal: "minimize",
  repeats: false,
  of: "network",
} as const satisfies NetworkMetric;
