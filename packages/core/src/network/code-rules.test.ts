import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import type { ActivationFunctions } from "../activation/activation-functions.js";
import { activationSpec } from "../activation/activation-spec.js";
import { defineCode } from "../activation/define-code.js";
import { findActivation } from "../activation/find-activation.js";
import type { Completed } from "../contract/record.js";
import type { ActivationSpec, ModelSpec, Numerics, TrainSpec } from "../contract/spec.js";
import { estimateTrialBytes } from "../trial/cost.js";
import { runTrial } from "../trial/run-trial.js";
import { fmaAvailable, relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { MissingCodeError } from "./code-rules.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];

const data = generatedData({
  kind: "u8",
  inputs: 30,
  classes: 3,
  trainRows: 96,
  testRows: 16,
  density: 0.3,
});

const functions: Readonly<Record<string, ActivationFunctions>> = {
  relu: { value: (x) => Math.max(x, 0), slope: (x) => (x > 0 ? 1 : 0), kinks: [0] },
  leaky_relu: {
    value: (x, { alpha = Number.NaN }) => (x > 0 ? x : Math.fround(alpha) * x),
    slope: (x, { alpha = Number.NaN }) => (x > 0 ? 1 : alpha),
    kinks: [0],
  },
};

function codeOf(name: string, params: Readonly<Record<string, { readonly default: number }>> = {}) {
  const { value, slope, kinks } = functions[name] as ActivationFunctions;
  return activationSpec(defineCode({ name, params, value, slope, kinks }, "a".repeat(64)));
}

function formulaOf(name: string): ActivationSpec {
  const activation = findActivation(name);
  if (activation === undefined) throw new Error(`no activation ${name}`);
  return activationSpec(activation);
}

interface Setting {
  readonly model?: Partial<ModelSpec>;
  readonly train?: Partial<TrainSpec>;
}

/** A completed trial without what depends on how the activation is given. */
function outcome(activation: ActivationSpec, numerics: Numerics, { model = {}, train = {} }: Setting) {
  const spec = trialSpec({
    hidden: [7, 5],
    activation,
    numerics,
    model,
    train: { epochs: 3, batch_size: 20, ...train },
    dataset: { train: 80, validation: 16, test: 16 },
  });
  const record = runTrial(spec, data, { now: () => 0, functionsOf: ({ name }) => functions[name] });
  expect(record.status).toBe("completed");
  const { curve, digest } = record as Completed;
  return { curve, digest };
}

describe.each(profiles)("an activation that is code, %s profile", (numerics) => {
  it.each<readonly [string, Setting]>([
    ["plain", {}],
    ["with init auto", { model: { init: "auto" } }],
    ["with dropout", { model: { dropout: 0.3 } }],
    ["with batch normalization", { model: { normalization: "batch" } }],
    [
      "with layer normalization and adam",
      { model: { normalization: "layer" }, train: { optimizer: "adam" } },
    ],
    ["with a clipped gradient", { train: { clip_norm: 0.5, optimizer: "momentum", momentum: 0.9 } }],
  ])("trains to the bits, losses and unit counts of its formula, %s", (_, setting) => {
    expect(outcome(codeOf("relu"), numerics, setting)).toEqual(outcome(formulaOf("relu"), numerics, setting));
  });

  it("takes its parameters", () => {
    const code = codeOf("leaky_relu", { alpha: { default: 0.01 } });
    expect(outcome(code, numerics, {})).toEqual(outcome(formulaOf("leaky_relu"), numerics, {}));
  });

  it("stands beside formulas of other layers", () => {
    const mixed = (first: ActivationSpec) =>
      outcome(first, numerics, { model: { activation: [first, formulaOf("prelu")] } });
    expect(mixed(codeOf("relu"))).toEqual(mixed(formulaOf("relu")));
  });
});

describe("code that is not at hand", () => {
  const spec = trialSpec({ hidden: [4], activation: codeOf("relu"), numerics: "strict" });

  it("is reported by name", () => {
    expect(() => runTrial(spec, data, { now: () => 0 })).toThrow(MissingCodeError);
    expect(() => runTrial(spec, data, { now: () => 0, functionsOf: () => undefined })).toThrow(
      /^the activation relu is code, and its plugin \(SHA-256 aaaaaaaaaaaa…\) is not loaded$/,
    );
  });

  it("is not needed to plan", () => {
    expect(estimateTrialBytes(spec, data)).toBeGreaterThan(0);
  });
});
