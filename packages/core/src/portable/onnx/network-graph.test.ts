import { describe, expect, it } from "vitest";
import { generatedData } from "../../../test/generated-data.js";
import { numberData } from "../../../test/number-data.js";
import { readOnnx } from "../../../test/read-onnx.js";
import { type Matrix, runOnnx } from "../../../test/run-onnx.js";
import { trialSpec } from "../../../test/trial-spec.js";
import {
  type ActivationSpec,
  activationSpec,
  catalog,
  type Dataset,
  inputScaling,
  type TrialSpec,
  trainNetwork,
} from "../../internal.js";
import { networkGraph } from "./network-graph.js";
import { onnxBytes } from "./onnx-bytes.js";

const shape = { inputs: 12, classes: 3, trainRows: 96, testRows: 40, density: 0.4 } as const;
const bytes = generatedData({ ...shape, kind: "u8" });
const floats = generatedData({ ...shape, kind: "f32" });

const activation = (name: string, per?: "unit"): ActivationSpec => {
  const found = catalog.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return activationSpec(found, per === undefined ? {} : { per });
};

interface Case {
  readonly names: readonly ActivationSpec[];
  readonly model?: Partial<TrialSpec["model"]>;
  readonly train?: Partial<TrialSpec["train"]>;
  readonly dataset?: Partial<TrialSpec["dataset"]>;
}

const specOf = ({ names, model = {}, train = {}, dataset = {} }: Case): TrialSpec =>
  trialSpec({
    hidden: names.map((_, i) => 10 - 3 * i),
    activation: names,
    numerics: "strict",
    dataset: { train: 96, test: 40, ...dataset },
    train: { epochs: 4, batch_size: 12, optimizer: "adam", lr: 0.02, ...train },
    model,
  });

/** Trains, and gives what the model answers for every test row; `raw`: the rows as the dataset holds them. */
function answers(spec: TrialSpec, data: Dataset) {
  const { result, tensors } = trainNetwork(spec, data, { now: () => 0 });
  if (result.status !== "completed") throw new Error(result.status);
  const { kind, inputs, classes, targets } = data;
  const numbers = targets === undefined ? {} : { targets };
  const model = { spec, kind, inputs, classes, ...numbers, scaling: inputScaling(spec, data), tensors };
  const read = readOnnx(onnxBytes(networkGraph(model), { version: "", description: "", metadata: {} }));
  const raw = testRows(data);
  return { read, raw, outputs: runOnnx(read, { x: raw }), test: result.curve.at(-1)?.test };
}

function testRows({ kind, features, stride, inputs, trainRows, testRows: count }: Dataset): Matrix {
  const all = kind === "f32" ? new Float32Array(features) : new Uint8Array(features);
  const width = stride / all.BYTES_PER_ELEMENT;
  const values = Array.from({ length: count }, (_, row) => [
    ...all.subarray((trainRows + row) * width, (trainRows + row) * width + inputs),
  ]);
  return { shape: [count, inputs], values: values.flat() };
}

const rowOf = ({ shape: [, width = 0], values }: Matrix, row: number): readonly number[] =>
  values.slice(row * width, (row + 1) * width);

describe("networkGraph", () => {
  it.each<readonly [string, Case, Dataset]>([
    ["plain", { names: [activation("relu"), activation("elu")] }, bytes],
    [
      "raw bytes, no normalization of inputs",
      { names: [activation("tanh")], dataset: { normalize: "none", scale: 0.01 } },
      bytes,
    ],
    [
      "standardized floats",
      { names: [activation("gelu")], dataset: { normalize: "standardize", shift: 0.5 } },
      floats,
    ],
    [
      "batch normalization, gated",
      { names: [activation("swiglu"), activation("maxout")], model: { normalization: "batch" } },
      bytes,
    ],
    [
      "layer normalization, learned per layer and per unit",
      { names: [activation("prelu"), activation("swish", "unit")], model: { normalization: "layer" } },
      bytes,
    ],
    [
      "dropout and noise, absent in evaluation",
      { names: [activation("rrelu")], model: { dropout: 0.3, input_dropout: 0.1 } },
      bytes,
    ],
    ["no hidden layer", { names: [] }, bytes],
  ])("%s: the loss and the accuracy of the record follow from the probabilities", (_, own, data) => {
    const { outputs, test } = answers(specOf(own), data);
    const labels = new Uint16Array(data.labels).subarray(data.trainRows);
    let [loss, right] = [0, 0];
    labels.forEach((label, row) => {
      const probabilities = rowOf(outputs.probabilities as Matrix, row);
      loss -= Math.log(probabilities[label] ?? 0);
      right += probabilities.indexOf(Math.max(...probabilities)) === label ? 1 : 0;
    });
    expect(right / labels.length).toBe(test?.accuracy);
    expect(loss / labels.length).toBeCloseTo(test?.loss ?? Number.NaN, 5);
    expect(right).toBeGreaterThan(labels.length / 3);
  });

  it("of a classifier trained by mse has outputs that are no probabilities", () => {
    const { read, outputs, test } = answers(
      specOf({ names: [activation("relu")], train: { loss: "mse" } }),
      bytes,
    );
    expect(read.outputs).toEqual([["outputs", 3]]);
    const labels = new Uint16Array(bytes.labels).subarray(bytes.trainRows);
    let loss = 0;
    labels.forEach((label, row) => {
      rowOf(outputs.outputs as Matrix, row).forEach((value, j) => {
        loss += (value - (j === label ? 1 : 0)) ** 2 / 3;
      });
    });
    expect(loss / labels.length).toBeCloseTo(test?.loss ?? Number.NaN, 6);
  });

  it("of a regression gives predictions in the targets' own unit, and outputs as it learned them", () => {
    const data = numberData({
      trainRows: 96,
      testRows: 40,
      inputs: 3,
      value: ([a = 0, b = 0]) => [a * b, a - b],
      offset: -20,
      scale: 5,
    });
    const own = { names: [activation("tanh")], train: { target: "numbers", loss: "mse" } } as const;
    const { read, outputs, test } = answers(specOf(own), data);
    expect(read.outputs).toEqual([
      ["predictions", 2],
      ["outputs", 2],
    ]);
    const wanted = new Float64Array(data.targets?.values ?? new ArrayBuffer(0)).subarray(96 * 2);
    const squares = (outputs.predictions as Matrix).values.map((value, i) => (value - (wanted[i] ?? 0)) ** 2);
    const rmse = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
    expect(rmse / (test?.rmse ?? Number.NaN)).toBeCloseTo(1, 5);
  });

  it("of an autoencoder gives outputs, and the reconstruction in the units of the inputs", () => {
    const own = { names: [activation("tanh")], train: { target: "input", loss: "mse" } } as const;
    const { read, raw, outputs, test } = answers(specOf(own), bytes);
    expect(read.outputs).toEqual([
      ["reconstruction", 12],
      ["outputs", 12],
    ]);
    const squares = (outputs.reconstruction as Matrix).values.map(
      (value, i) => ((value - (raw.values[i] ?? 0)) / 255) ** 2,
    );
    const loss = squares.reduce((sum, square) => sum + square, 0) / squares.length;
    expect(loss).toBeCloseTo(test?.loss ?? Number.NaN, 6);
  });

  it("refuses an activation that is code, and says which layer and what to do", () => {
    const code = { label: "own", name: "own", params: [], inputs: 1, at_kink: "torch", code: "00" } as const;
    const spec = specOf({ names: [code] });
    const model = {
      spec,
      kind: "u8",
      inputs: 12,
      classes: 3,
      scaling: { divisor: 1, factor: 1, shift: 0 },
    } as const;
    const zeros = (name: string, role: "weight" | "bias", size: readonly number[]) =>
      ({ name, role, layer: 0, shape: size, values: new Float32Array(120) }) as const;
    const tensors = [zeros("layer 1 weights", "weight", [10, 12]), zeros("layer 1 biases", "bias", [10])];
    expect(() => networkGraph({ ...model, tensors })).toThrow("layer 1 runs own, which is code");
  });
});
