import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { defineActivation } from "../activation/define-activation.js";
import type { ParamInput } from "../activation/define-param.js";
import { fmaAvailable, relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { runTrial } from "./run-trial.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const data = generatedData({ kind: "u8", inputs: 20, classes: 4, trainRows: 96, testRows: 4, density: 0.3 });

interface Options {
  readonly inputs?: number;
  readonly hidden?: readonly number[];
  /** The start of a trained parameter a. */
  readonly trained?: number;
}

/** The share of dead units at the start and after an epoch, every bias at `bias`. */
function deadRates(
  formula: string,
  bias: number,
  { inputs = 1, hidden = [8, 8], trained }: Options = {},
): readonly number[] {
  const params: Record<string, ParamInput> =
    trained === undefined ? {} : { a: { default: trained, trainable: true } };
  const activation = activationSpec(defineActivation({ name: "f", formula, inputs, params }));
  const spec = trialSpec({
    hidden,
    activation,
    numerics: fmaAvailable() ? "fma" : "strict",
    dataset: { train: 96, test: 4 },
    model: { bias_init: bias },
    train: { epochs: 1, lr: 0.01 },
  });
  const record = runTrial(spec, data, { now: () => 0 });
  if (record.status !== "completed") throw new Error(record.status);
  return record.curve.map(
    ({ units = [] }) => units.reduce((sum, layer) => sum + layer.dead / layer.units, 0) / units.length,
  );
}

describe("dead units of formulas that compare curves", () => {
  it.each([
    ["max(0, tanh(x))", -20],
    ["max(0, x^3)", -20],
    ["max(0, x * sigmoid(x))", -20],
    ["max(0, 1 - x^2)", -20],
    ["max(0, 1 - x^2)", 20],
    ["min(1, exp(x))", 20],
    ["max(0, softplus(x) - 1)", -20],
    ["clamp(x^3, -1, 1)", -20],
    ["clamp(0.5 + x / (2 * (1 + abs(x))), 0.1, 0.9)", -20],
    ["max(0, sin(x) - 2)", -20],
  ])("%s with every bias at %d: all, and they stay so", (formula, bias) => {
    expect(deadRates(formula, bias)).toEqual([1, 1]);
  });

  it.each([
    ["max(0, x - a)", 0],
    ["max(0, tanh(x) - a)", 0.25],
    ["min(max(x, a), 6)", 0],
  ])("%s with a trained a: all", (formula, trained) => {
    expect(deadRates(formula, -20, { trained })).toEqual([1, 1]);
  });

  // Their slope is 0 in f32 at −200, and above 0 in truth.
  it.each([
    ["0.5 * x * (1 + erf(x / sqrt(2)))", 1],
    ["x * sigmoid(x)", 1],
    ["sigmoid(x)", 1],
    ["exp(-x^2)", 1],
    ["max(0, x) + min(0, exp(x) - 1)", 1],
    ["x1 * sigmoid(x2)", 2],
  ])("%s where f32 rounds its slope to 0: none, they are saturated", (formula, inputs) => {
    expect(deadRates(formula, -200, { inputs })).toEqual([0, 0]);
  });

  it("asks for the slope's value in f32 where it can derive neither", () => {
    expect(deadRates("x * floor(x / 100)", 50, { hidden: [8] })).toEqual([1, 1]);
    expect(deadRates("x * floor(x / 100)", -50, { hidden: [8] })).toEqual([0, 0]);
  });
});
