import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { catalog } from "../activation/catalog/catalog.js";
import { defineActivation } from "../activation/define-activation.js";
import type { TrialSpec } from "../contract/spec.js";
import { evaluateNetwork } from "./evaluate-network.js";
import { networkTensors } from "./network-tensors.js";
import { trainNetwork } from "./train-network.js";

const shape = { kind: "u8", inputs: 12, classes: 3, trainRows: 96, testRows: 24, density: 0.3 } as const;
const data = generatedData(shape);
const activation = (name: string, per?: "unit") =>
  catalog
    .filter((entry) => entry.name === name)
    .map((entry) => activationSpec(entry, per === undefined ? {} : { per }));

function spec(names: readonly ReturnType<typeof activation>[], rest: Partial<TrialSpec["model"]> = {}) {
  return trialSpec({
    hidden: names.map((_, i) => 9 - 2 * i),
    activation: names.flat(),
    numerics: "strict",
    dataset: { train: 72, validation: 24, test: 24 },
    train: { epochs: 3, batch_size: 10, optimizer: "adam", lr: 0.01 },
    model: rest,
  });
}

/** Its parameters are called as other tensors are, or as what every object has. */
const confusing = activationSpec(
  defineActivation({
    name: "confusing",
    formula: "weights * max(x, 0) + biases * min(x, 0) + constructor",
    params: {
      weights: { default: 1, trainable: true },
      biases: { default: 0.1, trainable: true },
      constructor: { default: 0.2, trainable: true },
    },
  }),
);

describe("evaluateNetwork", () => {
  it.each([
    ["plain", spec([activation("relu"), activation("tanh")])],
    [
      "learned, shared and per unit",
      spec([activation("prelu"), activation("swish", "unit")], { normalization: "layer" }),
    ],
    [
      "gated, with batch normalization",
      spec([activation("swiglu"), activation("maxout")], { normalization: "batch" }),
    ],
    ["without hidden layers", spec([])],
    ["with parameters that are called as tensors are", spec([[confusing]])],
  ])("of the network that a trial left gives what its record says: %s", (_, own) => {
    const { result, tensors } = trainNetwork(own, data, { now: () => 0 });
    if (result.status !== "completed") throw new Error(result.status);
    const last = result.curve.at(-1);
    const values = new Map(tensors.map((tensor) => [tensor.name, tensor.values]));
    const measured = evaluateNetwork(own, data, values);
    expect(measured.digest).toBe(result.digest);
    expect(measured.test).toEqual(last?.test);
    expect(measured.train).toEqual(last?.train);
    expect(measured.validation).toEqual(last?.validation);
    expect(measured.params).toEqual(last?.params);
    const states = (record: typeof measured | typeof last) => record?.units?.map((layer) => layer.states);
    expect(states(measured)).toEqual(states(last));
  });
});

describe("networkTensors", () => {
  it("names what outputs depend on, with shapes; no optimizer state, no scratch memory", () => {
    const own = spec([activation("swiglu"), activation("prelu")], { normalization: "layer" });
    expect(networkTensors(own, data).map(({ name, shape }) => `${name} ${shape.join("x")}`)).toEqual([
      "layer 1 weights 18x12",
      "layer 1 biases 18",
      "layer 1 normalization gamma 18",
      "layer 1 normalization beta 18",
      "layer 2 weights 7x9",
      "layer 2 biases 7",
      "layer 2 alpha 1",
      "layer 2 normalization gamma 7",
      "layer 2 normalization beta 7",
      "output weights 3x7",
      "output biases 3",
    ]);
    const called = networkTensors(spec([[confusing]]), data).filter(({ layer }) => layer === 0);
    expect(called.map(({ name, role }) => [name, role])).toEqual([
      ["layer 1 weights", "weight"],
      ["layer 1 biases", "bias"],
      ["layer 1 parameter weights", { parameter: "weights" }],
      ["layer 1 parameter biases", { parameter: "biases" }],
      ["layer 1 constructor", { parameter: "constructor" }],
    ]);
    const batch = spec([activation("relu")], { normalization: "batch" });
    expect(networkTensors(batch, data).map(({ name }) => name)).toContain("layer 1 running variance");
  });
});
