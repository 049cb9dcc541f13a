import { expect, it } from "vitest";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import { EVALUATION_ROWS } from "../network/layout.js";
import { estimateTrialBytes } from "./cost.js";

const found = findActivation("relu");
if (!found) throw new Error("no relu");
const relu = activationSpec(found);
const MNIST = {
  name: "mnist",
  hash: "m",
  kind: "u8",
  inputs: 784,
  classes: 10,
  stride: 784,
  density: 0.19,
  trainRows: 60_000,
  testRows: 10_000,
} as const;

/** Lists of rows, the batch's inputs as bytes and as lists of non-zero ones, what JavaScript needs. */
const CONSTANT = 6 * 2 ** 20;

it.each([
  ["sgd", 0],
  ["momentum", 1],
  ["adam", 2],
] as const)("%s: a trial takes its weights, its activations and a constant", (optimizer, states) => {
  for (const hidden of [[16], [128, 64], [512, 512], [2048, 2048, 1024]]) {
    const spec = trialSpec({ hidden, activation: relu, numerics: "strict", train: { optimizer } });
    const widths = [784, ...hidden, 10];
    const weights = widths.slice(1).map((units, l) => units * (widths[l] as number));
    const parameters = weights.reduce((sum, count, l) => sum + count + (widths[l + 1] as number), 0);
    // Each layer but the first has its weights transposed too, for the backward pass.
    const transposed = weights.slice(1).reduce((sum, count) => sum + count, 0);
    // Pre-activations and activations of a block of rows, and a layer's gradient.
    const units = hidden.reduce((sum, count) => sum + 2 * count, 10) + Math.max(...hidden);
    const own = 4 * (parameters * (1 + states) + transposed) + 4 * EVALUATION_ROWS * units;
    const bytes = estimateTrialBytes(spec, MNIST);
    // Rows and columns are padded to whole cache lines.
    expect(bytes).toBeGreaterThan(0.9 * own);
    expect(bytes).toBeLessThan(1.05 * own + CONSTANT);
  }
});
