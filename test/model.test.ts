import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeModel } from "../packages/cli/src/model/write-model.js";
import { findTrial } from "../packages/cli/src/runs/find-trial.js";
import { runHere } from "../packages/cli/test/run-here.js";
import { readOnnx } from "../packages/core/test/read-onnx.js";
import { runOnnx } from "../packages/core/test/run-onnx.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { temporaryFolder } from "./actbench.js";
import { onlyRun, results, writeSweep } from "./tiny-study.js";

/** Three trials: a learned parameter of each unit, gates, both normalizations. */
const SWEEP = `version: 1
name: models
dataset: { name: iris, validation: 24, normalize: standardize }
model: { hidden: [9, 7], normalization: batch }
train: { epochs: 4, batch_size: 12, lr: 0.05 }
zip:
  - { activation: [gelu, { name: prelu, per: unit }, swiglu], model.normalization: [none, layer, batch] }
seeds: 1
`;

const bytesOf = (file: string): Uint8Array => Uint8Array.from(readFileSync(file));

/** Tensors of a .safetensors file, by the layout that its documentation describes. */
function readSafetensors(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  const { __metadata__: metadata, ...entries } = header;
  const tensors = Object.entries(entries).map(([name, entry]) => {
    const {
      dtype,
      shape,
      data_offsets: [from, to],
    } = entry as {
      readonly dtype: string;
      readonly shape: readonly number[];
      readonly data_offsets: readonly [number, number];
    };
    const raw = bytes.slice(8 + length + from, 8 + length + to);
    return { name, dtype, shape, raw, values: new Float32Array(raw.buffer) };
  });
  return { metadata: metadata as Record<string, string>, tensors, aligned: length % 8 === 0 };
}

/** Members of an archive that packs nothing, by its local headers. */
function readStored(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const members = new Map<string, Uint8Array>();
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const [size, nameLength, extra] = [
      view.getUint32(at + 18, true),
      view.getUint16(at + 26, true),
      view.getUint16(at + 28, true),
    ];
    const start = at + 30 + nameLength + extra;
    const name = new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + nameLength));
    expect([name, view.getUint16(at + 8, true)]).toEqual([name, 0]);
    members.set(name, bytes.slice(start, start + size));
    at = start + size;
  }
  return members;
}

/** Numbers of a .npy file: its dictionary read by eye, the rest as f32. */
function readNpy(bytes: Uint8Array) {
  const length = bytes[8] === undefined ? 0 : bytes[8] + 256 * (bytes[9] ?? 0);
  const header = new TextDecoder().decode(bytes.subarray(10, 10 + length));
  const shape = /'shape': \(([^)]*)\)/.exec(header)?.[1]?.split(",").filter(Boolean).map(Number) ?? [];
  const raw = bytes.slice(10 + length);
  return { header, shape, raw, aligned: (10 + length) % 64 === 0 };
}

it("a trained network is written as safetensors, npz and ONNX, and each holds what the record says", async () => {
  const cwd = temporaryFolder();
  expect((await runHere(["run", writeSweep(cwd, SWEEP), "--quiet"], cwd)).code).toBe(0);
  const rows = results(onlyRun(cwd));
  expect(rows).toHaveLength(3);
  const iris = await loadDataset("iris");
  const all = new Float32Array(iris.features);
  const width = iris.stride / 4;
  const labels = new Uint16Array(iris.labels);
  const tested = Array.from({ length: iris.testRows }, (_, i) => iris.trainRows + i);
  const x = tested.flatMap((row) => [...all.subarray(row * width, row * width + iris.inputs)]);

  for (const { trial = "", digest = "", test_accuracy, test_loss } of rows) {
    const written = (ending: string) => join(cwd, "out", `${trial}.${ending}`);
    for (const ending of ["safetensors", "npz", "onnx"]) {
      const { code, stdout } = await runHere(["model", trial, "models", "-o", `out/${trial}.${ending}`], cwd);
      expect([code, stdout]).toEqual([
        0,
        expect.stringMatching(
          new RegExp(`^out/${trial}.${ending}: \\d+ numbers.*${digest}, as recorded\\n$`),
        ),
      ]);
    }
    const { metadata, tensors, aligned } = readSafetensors(bytesOf(written("safetensors")));
    expect(aligned).toBe(true);
    expect(metadata).toMatchObject({ digest, dataset: "iris", classes: expect.stringContaining("etosa") });
    expect(tensors[0]).toMatchObject({ name: "layers.0.weight", dtype: "F32" });
    expect(tensors[0]?.shape[1]).toBe(4);
    // The digest is that of the weights: computed here from the file alone.
    const hash = createHash("sha256");
    for (const { name, raw } of tensors) if (!name.includes("running")) hash.update(raw);
    expect(hash.digest("hex").slice(0, 32)).toBe(digest);

    const npz = readStored(bytesOf(written("npz")));
    expect(npz.size).toBe(tensors.length + 1);
    for (const { name, shape, values } of tensors) {
      const isMatrix = shape.length === 2;
      const own = readNpy(
        npz.get(`${isMatrix ? name.replace(/weight$/, "kernel") : name}.npy`) ?? new Uint8Array(),
      );
      expect([own.aligned, own.header]).toEqual([true, expect.stringContaining("'descr': '<f4'")]);
      expect(own.shape).toEqual(shape.toReversed());
      const numbers = new Float32Array(own.raw.buffer);
      const [out = 1, inputs = 1] = shape;
      values.forEach((value, i) => {
        const at = isMatrix ? (i % inputs) * out + Math.floor(i / inputs) : i;
        if (numbers[at] !== value) expect(numbers[at], `${name} ${i}`).toBe(value);
      });
    }
    const { header, raw } = readNpy(npz.get("metadata.npy") ?? new Uint8Array());
    expect(header).toMatch(/'descr': '<U\d+'.*'shape': \(\)/);
    expect(JSON.parse(String.fromCodePoint(...new Uint32Array(raw.buffer)))).toEqual(metadata);

    const model = readOnnx(bytesOf(written("onnx")));
    expect(model).toMatchObject({
      opset: 17,
      inputs: [["x", 4]],
      outputs: [
        ["probabilities", 3],
        ["logits", 3],
      ],
    });
    expect(model.metadata).toEqual(metadata);
    const { probabilities } = runOnnx(model, { x: { shape: [tested.length, 4], values: x } });
    const answers = tested.map((_, i) => probabilities?.values.slice(3 * i, 3 * i + 3) ?? []);
    const right = answers.filter((own, i) => own.indexOf(Math.max(...own)) === labels[tested[i] ?? 0]).length;
    expect(right / tested.length).toBeCloseTo(Number(test_accuracy), 10);
    const loss = answers.reduce((sum, own, i) => sum - Math.log(own[labels[tested[i] ?? 0] ?? 0] ?? 0), 0);
    expect(loss / tested.length).toBeCloseTo(Number(test_loss), 5);
  }
  const { code, stderr } = await runHere(["model", "1", "models"], cwd);
  expect([code, stderr]).toEqual([2, expect.stringContaining("actbench model 1 -o model.onnx")]);
  const unknown = await runHere(["model", "1", "models", "-o", "model.pt"], cwd);
  expect([unknown.code, unknown.stderr]).toEqual([
    2,
    expect.stringContaining("end it in .safetensors, .npz, .onnx"),
  ]);
  expect(existsSync(join(cwd, "model.pt"))).toBe(false);
  const asked = await runHere(["model", "1", "models", "-o", "weights", "--format", "npz", "--json"], cwd);
  expect(JSON.parse(asked.stdout)).toMatchObject({ file: join(cwd, "weights"), format: "npz", tensors: 6 });
});

it("a trial that diverged has no network to write", async () => {
  const cwd = temporaryFolder();
  const diverging = SWEEP.replace("lr: 0.05", "lr: 1.0e+38").replace("layer, batch]", "none, none]");
  await runHere(["run", writeSweep(cwd, diverging), "--quiet"], cwd);
  const { code, stderr } = await runHere(["model", "1", "models", "-o", "m.onnx"], cwd);
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/trial 1 of models-\w+ left no trained network: diverged at step \d+/),
  ]);
  expect(existsSync(join(cwd, "m.onnx"))).toBe(false);
});

it("nothing is written where the trial trained again differs from its record", async () => {
  const cwd = temporaryFolder();
  await runHere(["run", writeSweep(cwd, SWEEP), "--quiet"], cwd);
  const terminal = { print: (text: string) => void said.push(text), note: () => {}, columns: () => 80 };
  const said: string[] = [];
  const { found } = await findTrial("1", "models", { cwd, out: join(cwd, "results") }, terminal);
  if (found.record?.status !== "completed") throw new Error("not completed");
  const changed = { ...found, record: { ...found.record, digest: "0".repeat(32) } };
  const how = { file: "m.npz", format: "npz", cwd, json: false, plugins: [] } as const;
  expect(await writeModel(changed, how, terminal)).toBe(1);
  expect(said).toEqual([
    "nothing was written: trained again, the trial differs from its record: the last weights",
  ]);
  expect(existsSync(join(cwd, "m.npz"))).toBe(false);
});

it("weights that a run kept spare the training; where they are missing or damaged, the trial is trained again", async () => {
  const cwd = temporaryFolder();
  const config = writeSweep(cwd, `${SWEEP}measure: { weights: last }\n`);
  const plan = await runHere(["plan", config], cwd);
  expect(plan.stdout).toMatch(/the weights that the run keeps \(measure\.weights\): [\d.]+ KiB on disk/);
  expect((await runHere(["run", config, "--quiet"], cwd)).code).toBe(0);
  const run = onlyRun(cwd);
  const files = readdirSync(join(run, "weights"));
  expect(files).toHaveLength(3);
  expect(readFileSync(join(run, "journal.jsonl"), "utf8")).not.toMatch(/"weights":"[\w+/]{40}/);
  const write = async () => {
    const { stdout, stderr } = await runHere(["model", "2", "models", "-o", "m.safetensors"], cwd);
    return { stdout, trained: stderr.includes("s of training"), bytes: bytesOf(join(cwd, "m.safetensors")) };
  };
  const kept = await write();
  expect([kept.trained, kept.stdout]).toEqual([false, expect.stringContaining("as kept and recorded")]);
  for (const spoil of [
    (file: string) => writeFileSync(file, bytesOf(file).fill(1, 100, 104)),
    (file: string) => writeFileSync(file, bytesOf(file).subarray(0, 100)),
    (file: string) => rmSync(file),
  ]) {
    for (const file of files) spoil(join(run, "weights", file));
    const again = await write();
    expect([again.trained, again.stdout]).toEqual([true, expect.stringContaining(", as recorded")]);
    expect(again.bytes).toEqual(kept.bytes);
  }
  expect((await runHere(["replay", "2", "models"], cwd)).code).toBe(0);
  expect((await runHere(["report", "--verify", "models"], cwd)).code).toBe(0);
});
