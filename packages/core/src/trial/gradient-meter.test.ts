import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import type { FormulaActivation } from "../activation/activation.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import { canonicalJson } from "../contract/identity.js";
import type { EpochRecord, GradientProbe, TrialRecord } from "../contract/record.js";
import type { MeasureSpec, TrainSpec, TrialSpec } from "../contract/spec.js";
import { fmaAvailable, relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { runTrial } from "./run-trial.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const data = generatedData({
  kind: "u8",
  inputs: 20,
  classes: 4,
  trainRows: 300,
  testRows: 0,
  density: 0.3,
});

function catalogued(name: string): FormulaActivation {
  const activation = findActivation(name);
  if (!activation) throw new Error(`no ${name}`);
  return activation;
}

function spec(
  activation: string,
  train: Partial<TrainSpec> = {},
  measure: Partial<MeasureSpec> = { gradients: true },
): TrialSpec {
  return trialSpec({
    hidden: [12, 6],
    activation: activationSpec(catalogued(activation)),
    numerics: fmaAvailable() ? "fma" : "strict",
    dataset: { train: 300 },
    train: { epochs: 3, batch_size: 32, lr: 0.2, ...train },
    measure,
  });
}

/** Without times, which differ in every run. */
function curveOf(record: TrialRecord): readonly Omit<EpochRecord, "train_s">[] {
  return record.curve.map(({ train_s: _, ...epoch }) => epoch);
}

function run(own: TrialSpec): TrialRecord {
  const result = runTrial(own, data, { now: () => 0 });
  if (result.status === "paused") throw new Error("paused without being asked");
  return result;
}

const moments = (record: TrialRecord): readonly GradientProbe[] =>
  record.curve.flatMap(({ gradients = [] }) => gradients);

describe("gradients per layer", () => {
  it("are measured at every update of a short trial, and change no weight", () => {
    const measured = run(spec("prelu", { optimizer: "adam", lr: 0.01 }));
    const plain = run(spec("prelu", { optimizer: "adam", lr: 0.01 }, {}));
    expect(moments(measured).map(({ step }) => step)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(measured.curve.map(({ gradients = [] }) => gradients.length)).toEqual([0, 10, 10, 10]);
    expect(curveOf(measured).map(({ gradients: _, ...epoch }) => epoch)).toEqual(curveOf(plain));
  });

  it("are of a bounded number whatever the number of updates", () => {
    const all = moments(run(spec("relu", { epochs: 60 })));
    expect(all).toHaveLength(61);
    expect([all[0]?.step, all.at(-1)?.step]).toEqual([1, 600]);
    expect(canonicalJson(all).length).toBeLessThan(65 * 400);
  });

  it("agree with the updates: plain SGD moves weights by the rate times the gradient", () => {
    const lr = 0.2;
    for (const { layers } of moments(run(spec("tanh", { lr }))))
      for (const { gradient_norm, weight_norm, update_ratio = Number.NaN } of layers) {
        expect(gradient_norm).toBeGreaterThan(0);
        // Six digits are kept, and weights of order 1 are f32.
        expect(Math.abs((update_ratio * weight_norm) / (lr * gradient_norm) - 1)).toBeLessThan(1e-4);
      }
  });

  it("tell of hidden layers how many directions their activations have, and of trained parameters where they are", () => {
    for (const { layers } of moments(run(spec("prelu")))) {
      expect(layers).toHaveLength(3);
      layers.slice(0, 2).forEach(({ effective_rank = 0, params }, index) => {
        expect(effective_rank).toBeGreaterThan(1);
        expect(effective_rank).toBeLessThanOrEqual(index === 0 ? 12 : 6);
        const { mean = Number.NaN, min = 0, max = 0 } = params?.alpha ?? {};
        expect(mean).toBeGreaterThanOrEqual(min);
        expect(mean).toBeLessThanOrEqual(max);
      });
      expect(Object.keys(layers[2] ?? {})).toEqual(["gradient_norm", "weight_norm", "update_ratio"]);
    }
  });

  it("wait for their epoch's end in a checkpoint: a paused trial has the record of the unbroken one", () => {
    const whole = spec("gelu");
    const unbroken = run(whole);
    for (const until of [0, 4, 10, 25]) {
      const paused = runTrial(whole, data, { now: () => 0 }, { until });
      if (paused.status !== "paused") throw new Error(paused.status);
      const resumed = runTrial(whole, data, { now: () => 0 }, { from: paused.checkpoint });
      if (resumed.status === "paused") throw new Error("paused twice");
      expect(curveOf(resumed)).toEqual(curveOf(unbroken));
    }
  });

  it("of a trial that diverges are only those that are numbers", () => {
    const record = run(spec("relu", { lr: 1e30 }));
    expect(record.status).toBe("diverged");
    expect(() => canonicalJson(record)).not.toThrow();
  });
});

it("a unit's own trained parameters are kept one by one under forensics", () => {
  const own = spec("prelu", {}, { forensics: true });
  const perUnit = {
    ...own,
    model: { ...own.model, activation: own.model.activation.map(withOwnParams) },
  };
  const last = run(perUnit).curve.at(-1);
  const alphas = last?.unit_details?.map(({ params }) => params?.alpha ?? []) ?? [];
  expect(alphas.map(({ length }) => length)).toEqual([12, 6]);
  expect(new Set(alphas[0]).size).toBeGreaterThan(6);
  alphas.forEach((values, layer) => {
    const mean = values.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0) / values.length;
    expect(mean).toBeCloseTo(last?.params?.[layer]?.alpha ?? Number.NaN, 5);
  });
  expect(run(own).curve.at(-1)?.unit_details?.[0]?.params).toBeUndefined();
});

function withOwnParams(activation: TrialSpec["model"]["activation"][number]): typeof activation {
  return { ...activation, params: activation.params.map((param) => ({ ...param, per: "unit" as const })) };
}
