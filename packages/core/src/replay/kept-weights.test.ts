import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { catalog } from "../activation/catalog/catalog.js";
import type { TrialSpec } from "../contract/spec.js";
import { fromBase64 } from "../text/base64.js";
import { keptBytes } from "../trial/cost.js";
import { runTrial } from "../trial/run-trial.js";
import { keptTensors } from "./network-tensors.js";
import { trainNetwork } from "./train-network.js";

const shape = { kind: "u8", inputs: 12, classes: 3, trainRows: 96, testRows: 8, density: 0.3 } as const;
const data = generatedData(shape);
const activation = (name: string, per?: "unit") =>
  catalog
    .filter((entry) => entry.name === name)
    .map((entry) => activationSpec(entry, per === undefined ? {} : { per }));

function spec(names: readonly ReturnType<typeof activation>[], model: Partial<TrialSpec["model"]> = {}) {
  return trialSpec({
    hidden: names.map((_, i) => 9 - 2 * i),
    activation: names.flat(),
    numerics: "strict",
    dataset: { train: 96, test: 8 },
    train: { epochs: 2, batch_size: 10, optimizer: "adam", lr: 0.01 },
    model,
    measure: { weights: "last" },
  });
}

describe("measure.weights: last", () => {
  it.each([
    ["plain", spec([activation("relu"), activation("tanh")])],
    ["learned", spec([activation("prelu"), activation("swish", "unit")], { normalization: "layer" })],
    ["gated", spec([activation("swiglu"), activation("maxout")], { normalization: "batch" })],
    ["linear", spec([])],
  ])("a completed record brings the network that training left: %s", (_, own) => {
    const record = runTrial(own, data, { now: () => 0 });
    if (record.status !== "completed") throw new Error(record.status);
    const bytes = fromBase64(record.weights ?? "") ?? new Uint8Array();
    expect(bytes.length).toBe(keptBytes(own, data));
    const { tensors } = trainNetwork(own, data, { now: () => 0 });
    expect(keptTensors(own, data, { bytes, digest: record.digest })).toEqual(tensors);
  });

  it("changes no digest, and nothing is kept that was not asked for", () => {
    const asked = spec([activation("relu")]);
    const { weights: _, ...measure } = asked.measure;
    const [a, b] = [asked, { ...asked, measure }].map((own) => runTrial(own, data, { now: () => 0 }));
    if (a?.status !== "completed" || b?.status !== "completed") throw new Error("not completed");
    expect(a.digest).toBe(b.digest);
    expect(b).not.toHaveProperty("weights");
  });

  it("bytes that are not the digest's weights are none", () => {
    const own = spec([activation("relu")]);
    const record = runTrial(own, data, { now: () => 0 });
    if (record.status !== "completed") throw new Error(record.status);
    const bytes = fromBase64(record.weights ?? "") ?? new Uint8Array();
    const { digest } = record;
    const other = bytes.slice();
    other[5] = (other[5] ?? 0) ^ 1;
    for (const wrong of [other, bytes.subarray(4), new Uint8Array()])
      expect(keptTensors(own, data, { bytes: wrong, digest })).toBeUndefined();
    expect(keptTensors(own, data, { bytes, digest: "" })).toBeUndefined();
    expect(keptTensors(own, data, { bytes, digest })).toBeDefined();
  });
});
