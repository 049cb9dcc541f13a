import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import { runTrial } from "../trial/run-trial.js";
import { fmaAvailable, relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { sparseRows } from "./sparse-rows.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const numerics = fmaAvailable() ? "fma" : "strict";
const shape = { kind: "u8", inputs: 37, classes: 4, trainRows: 300, testRows: 100, density: 0.2 } as const;
const data = generatedData(shape);

describe("the lists of non-zero bytes", () => {
  it("hold every non-zero byte of every row in its place, and nothing else", () => {
    const lists = sparseRows(data);
    if (lists === undefined) throw new Error("no lists");
    const [starts, words] = [new Uint32Array(lists.starts), new Uint32Array(lists.words)];
    const bytes = new Uint8Array(data.features);
    for (let row = 0; row < 400; row++) {
      const own = Array.from(bytes.subarray(row * data.stride, row * data.stride + 37));
      const expected = own.flatMap((byte, input) => (byte === 0 ? [] : [[input, byte]]));
      const listed = [...words.subarray(starts[row], starts[row + 1])].map((w) => [w >>> 8, w & 255]);
      expect(listed).toEqual(expected);
      expect(listed.length).toBeLessThanOrEqual(lists.longest);
    }
  });

  it("are not made of floats, nor where they would take too much memory", () => {
    expect(sparseRows(generatedData({ ...shape, kind: "f32" }))).toBeUndefined();
    expect(sparseRows({ ...data, trainRows: 1e9 })).toBeUndefined();
  });

  it.each([
    ["plain", {}, {}],
    ["with dropped inputs and adam", { input_dropout: 0.2 }, { optimizer: "adam", lr: 0.01 }],
    ["of an autoencoder, which reads the bytes themselves", {}, { target: "input", loss: "mse" }],
  ] as const)("change no number of a training: %s", (_, model, train) => {
    const relu = findActivation("relu");
    if (relu === undefined) throw new Error("no relu");
    const spec = trialSpec({
      hidden: [20, 9],
      activation: activationSpec(relu),
      numerics,
      dataset: { train: 250, validation: 50, test: 100 },
      model,
      train: { epochs: 2, batch_size: 13, ...train },
    });
    const host = { now: () => 0 };
    const lists = sparseRows(data);
    if (lists === undefined) throw new Error("no lists");
    const listed = runTrial(spec, { ...data, sparseRows: lists }, host);
    expect(listed.status).toBe("completed");
    expect(listed).toEqual(runTrial(spec, data, host));
  });

  it("are left aside where a row has more than a batch has room for", () => {
    const dense = generatedData({ ...shape, density: 0.9 });
    const lists = sparseRows({ ...dense, density: 0.2 });
    expect(lists?.longest).toBeGreaterThan(18);
    const relu = findActivation("relu");
    if (relu === undefined || lists === undefined) throw new Error("no relu");
    const spec = trialSpec({
      hidden: [8],
      activation: activationSpec(relu),
      numerics,
      dataset: { train: 250 },
    });
    const said = { ...dense, density: 0.2 };
    const host = { now: () => 0 };
    expect(runTrial(spec, { ...said, sparseRows: lists }, host)).toEqual(runTrial(spec, said, host));
  });
});
