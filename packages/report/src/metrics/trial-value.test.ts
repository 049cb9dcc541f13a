import type { Completed, TrialRecord } from "@actbench/core/internal";
import { expect, it } from "vitest";
import { TRIAL_METRICS } from "./metric-name.js";
import { trialValue } from "./trial-value.js";

const layer = { units: 10, dead: 1, inactive: 2, saturated: 3, zero_fraction: 0.5 };
const completed: Completed = {
  status: "completed",
  id: "a",
  digest: "d",
  peak_bytes: 1000,
  probe_n: 100,
  timing: { startup_s: 0, train_s: 2, evaluate_s: 0, samples_per_s: 50 },
  curve: [
    { epoch: 0, step: 0, train_s: 0, units: [{ ...layer, dead: 0 }] },
    {
      epoch: 1,
      step: 10,
      train_s: 2,
      train: { loss: 0.5, accuracy: 0 },
      units: [layer, { ...layer, units: 30, dead: 9, zero_fraction: 0.1 }],
    },
  ],
};

it("pools units over layers and weighs zero fractions by units", () => {
  expect(trialValue(completed, "dead_rate")).toBe(0.25);
  expect(trialValue(completed, "dead_rate_init")).toBe(0);
  expect(trialValue(completed, "zero_fraction")).toBeCloseTo(0.2, 12);
});

it("keeps a measured 0 apart from what was not measured", () => {
  expect(trialValue(completed, "train_accuracy")).toBe(0);
  expect(trialValue(completed, "validation_accuracy")).toBeUndefined();
  const linear: Completed = { ...completed, curve: [{ epoch: 0, step: 0, train_s: 0, units: [] }] };
  expect(trialValue(linear, "dead_rate")).toBeUndefined();
});

it("gives no outcome for a trial that did not complete", () => {
  const { digest, timing, peak_bytes, curve, id } = completed;
  const others: (TrialRecord | undefined)[] = [
    undefined,
    { status: "diverged", step: 3, digest, timing, peak_bytes, curve, id },
    { status: "failed", error: { code: "x", message: "y" }, curve, id },
    { status: "pruned", rung: 1, digest, curve, id },
  ];
  for (const record of others)
    for (const metric of TRIAL_METRICS) expect(trialValue(record, metric)).toBeUndefined();
});
