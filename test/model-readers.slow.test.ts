import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import {
  activationSpec,
  catalog,
  type Dataset,
  defineActivation,
  evaluate,
  exactFormulas,
  type FormulaActivation,
} from "../packages/core/dist/internal.js";
import { activationGraph, npyBytes, onnxBytes } from "../packages/core/dist/portable/portable.js";
import { readOnnx } from "../packages/core/test/read-onnx.js";
import { runOnnx } from "../packages/core/test/run-onnx.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { ROOT } from "./actbench.js";
import { onlyRun, results, writeSweep } from "./tiny-study.js";

/** What the test uses of onnxruntime-node. */
interface Ort {
  readonly Tensor: new (type: "float32", data: Float32Array, shape: readonly number[]) => unknown;
  readonly InferenceSession: {
    create(
      bytes: Uint8Array,
      options: { readonly graphOptimizationLevel: "all" | "disabled"; readonly intraOpNumThreads: number },
    ): Promise<{
      run(
        feeds: Readonly<Record<string, unknown>>,
      ): Promise<Readonly<Record<string, { readonly data: Float32Array }>>>;
    }>;
  };
}
interface SafetensorsFile {
  readonly tensors: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly data: Float32Array }>
  >;
  readonly metadata?: Readonly<Record<string, string>>;
}

const PACKAGES = ["onnxruntime-node@1.30.0", "@jax-js/loaders@0.1.1"];
const cwd = mkdtempSync(join(tmpdir(), "actbench readers "));
let ort: Ort;
let parseSafetensors: (bytes: Uint8Array) => SafetensorsFile;

beforeAll(async () => {
  writeFileSync(join(cwd, "package.json"), "{}");
  const words = ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...PACKAGES];
  const { status, stderr } = spawnSync("npm", words, { cwd, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const require = createRequire(join(cwd, "package.json"));
  ort = require("onnxruntime-node");
  const loaders = await import(pathToFileURL(join(cwd, "node_modules/@jax-js/loaders/dist/index.js")).href);
  parseSafetensors = loaders.safetensors.parse;
}, 300_000);
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const POINTS: readonly number[] = [
  ...Array.from({ length: 160 }, (_, i) => (i - 80) / 10),
  ...[1e-8, 1e-6, 1e-3, 0.0312, 12.5, 20, 30, 47, 60, 80, 87, 88, 89, 90, 104, 1e3].flatMap((x) => [x, -x]),
  ...[0, -0, 2.9999, 3.0001, -3.0001, 6.0001, 0.4999, 0.5001],
].map(Math.fround);

/** What onnxruntime computes of an activation, and the formula in f64. */
async function both(activation: FormulaActivation, points: readonly number[], level: "all" | "disabled") {
  const spec = activationSpec(activation);
  const bytes = onnxBytes(activationGraph(spec), { version: "", description: "", metadata: {} });
  const session = await ort.InferenceSession.create(bytes, {
    graphOptimizationLevel: level,
    intraOpNumThreads: 1,
  });
  const columns = Array.from({ length: spec.inputs }, (_, i) => (i % 2 === 0 ? points : points.toReversed()));
  const feeds = columns.map((column, i) => [
    spec.inputs === 1 ? "x" : `x${i + 1}`,
    new ort.Tensor("float32", Float32Array.from(column), [column.length, 1]),
  ]);
  const { y } = await session.run(Object.fromEntries(feeds));
  const params = Object.fromEntries(spec.params.map(({ name, value }) => [name, value]));
  const { value } = exactFormulas(spec);
  const exact = points.map((x, row) =>
    evaluate(value, { x, inputs: columns.map((column) => column[row] ?? 0), params }),
  );
  return { values: [...(y?.data ?? [])], exact };
}

const plugins = [
  "erf(x / 1.4142) * x",
  "x > 1 and x < 3 ? x : not (x <= -1) ? clamp(x, -1, 0.25) : log1p(exp(x))",
];

describe.each(["all", "disabled"] as const)("onnxruntime 1.30.0, optimization %s", (level) => {
  it.each([...catalog, ...plugins.map((formula, i) => defineActivation({ name: `plugin_${i}`, formula }))])(
    "$name: values at 200 points, and NaN stays NaN",
    async (activation) => {
      const { values, exact } = await both(activation, POINTS, level);
      expect(values).toHaveLength(200);
      // Twice the largest distance seen; geglu multiplies Erf's tail by 47.
      const limit = activation.name === "geglu" ? 6e-6 : 4e-7;
      exact.forEach((own, i) => {
        if (Math.abs(own) > 3.4e38) return;
        const distance = Math.abs((values[i] ?? Number.NaN) - own);
        expect(distance, `at ${POINTS[i]}`).toBeLessThan(limit * Math.max(1, Math.abs(own)));
      });
      // Both where vectors of four are computed and in what is left of them.
      const nan = Array<number>(7).fill(Number.NaN);
      expect((await both(activation, nan, level)).values).toEqual(nan);
    },
  );
});

const SWEEP = `version: 1
name: readers
dataset: { name: mnist, train: 2000, validation: 500, test: 2000 }
model: { hidden: [32, 24], normalization: batch }
train: { epochs: 2, batch_size: 32, optimizer: adam, lr: 0.003 }
zip:
  - activation: [relu, { name: prelu, per: unit }, swiglu, gelu, mish, snake, selu]
    model.normalization: [batch, layer, none, batch, layer, none, batch]
seeds: 1
`;

/** Rows of the test set, as the dataset holds them; of the whole of it. */
function testRows({ features, stride, inputs, trainRows, testRows: count, kind }: Dataset): Float32Array {
  const all = kind === "u8" ? new Uint8Array(features) : new Float32Array(features);
  const width = stride / all.BYTES_PER_ELEMENT;
  const x = new Float32Array(count * inputs);
  for (let row = 0; row < count; row++)
    x.set(all.subarray((trainRows + row) * width, (trainRows + row) * width + inputs), row * inputs);
  return x;
}

describe("networks trained on MNIST", () => {
  it("onnxruntime, the operators' definitions, NumPy, PyTorch and jax-js agree on every test row", async () => {
    const whole = SWEEP.replace("test: 2000", "test: 10000");
    expect((await runHere(["run", writeSweep(cwd, whole), "--quiet"], cwd)).code).toBe(0);
    const mnist = await loadDataset("mnist");
    const x = testRows(mnist);
    const rows = mnist.testRows;
    const labels = new Uint16Array(mnist.labels).subarray(mnist.trainRows);
    for (const { trial = "", test_accuracy, test_loss } of results(onlyRun(cwd))) {
      for (const ending of ["onnx", "npz", "safetensors"])
        expect((await runHere(["model", trial, "readers", "-o", `model.${ending}`], cwd)).code).toBe(0);
      const bytes = Uint8Array.from(readFileSync(join(cwd, "model.onnx")));
      const session = await ort.InferenceSession.create(bytes, {
        graphOptimizationLevel: "all",
        intraOpNumThreads: 1,
      });
      const feed = new ort.Tensor("float32", x, [rows, mnist.inputs]);
      const { logits, probabilities } = await session.run({ x: feed });
      const scores = logits?.data ?? new Float32Array();
      const answers = Array.from({ length: rows }, (_, row) => scores.subarray(10 * row, 10 * row + 10));
      const right = answers.filter((own, row) => own.indexOf(Math.max(...own)) === labels[row]).length;
      // As many right answers, but for those of two classes that are equal but for rounding.
      const ties = answers.filter((own) => {
        const [first = 0, second = 0] = own.slice().sort().reverse();
        return first - second < 1e-5 * Math.max(1, Math.abs(first));
      }).length;
      expect(Math.abs(right - Number(test_accuracy) * rows)).toBeLessThanOrEqual(ties + 1e-6);
      let loss = 0;
      for (let row = 0; row < rows; row++)
        loss -= Math.log(probabilities?.data[10 * row + (labels[row] ?? 0)] ?? 0);
      expect(Math.abs(loss / rows - Number(test_loss))).toBeLessThan(1e-5 * Math.max(1, Number(test_loss)));

      const some = 200;
      const first = x.slice(0, some * mnist.inputs);
      const defined = runOnnx(readOnnx(bytes), { x: { shape: [some, mnist.inputs], values: [...first] } });
      defined.logits?.values.forEach((value, i) => {
        const distance = Math.abs(value - (scores[i] ?? Number.NaN));
        expect(distance, `row ${i / 10}`).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
      });

      const file = parseSafetensors(Uint8Array.from(readFileSync(join(cwd, "model.safetensors"))));
      const held = readOnnx(bytes).initializers.filter(({ name }) => /^(layers|output)\./.test(name));
      expect(Object.keys(file.tensors)).toEqual(expect.arrayContaining(held.map(({ name }) => name)));
      for (const { name, shape, values } of held) {
        expect(file.tensors[name]?.shape).toEqual(shape);
        expect([...(file.tensors[name]?.data ?? [])]).toEqual(values);
      }
      if (trial === "1") byPython(first, some, scores);
    }
  }, 600_000);
});

/** The relu network with batch normalization, by NumPy and PyTorch where this machine has them. */
function byPython(x: Float32Array, rows: number, scores: Float32Array): void {
  writeFileSync(join(cwd, "x.npy"), npyBytes({ shape: [rows, x.length / rows], values: x }));
  const python = "/usr/bin/python3";
  if (spawnSync(python, ["-c", "import numpy, torch"]).status !== 0) return;
  const script = join(ROOT, "test/fixtures/read-model.py");
  const { status, stdout, stderr } = spawnSync(python, [script, cwd, join(cwd, "x.npy")], {
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  const read = JSON.parse(stdout) as {
    readonly shapes: Readonly<Record<string, readonly number[]>>;
    readonly numpy: readonly (readonly number[])[];
    readonly torch: readonly (readonly number[])[];
  };
  expect(read.shapes).toMatchObject({ "layers.0.kernel": [784, 32], "output.bias": [10], metadata: [] });
  for (const outputs of [read.numpy, read.torch]) {
    expect(outputs).toHaveLength(rows);
    outputs.flat().forEach((value, i) => {
      const distance = Math.abs(value - (scores[i] ?? Number.NaN));
      expect(distance).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
    });
  }
}
