import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  activationSpec,
  catalog,
  defineActivation,
  evaluate,
  exactFormulas,
  type FormulaActivation,
} from "../packages/core/dist/internal.js";
import { activationSource } from "../packages/core/dist/portable/portable.js";
import { ROOT } from "./actbench.js";

/** Plugins' formulas, with names that a language keeps for itself and every kind of operator. */
const OWN = [
  ["lambda", "x > 1 and x < 3 ? x : not (x <= -1) or x == -2 ? clamp(x, -1, 0.25) : log1p(exp(x))"],
  ["torch", "min(max(x, -2), 1) + (x > 0) * 0.5 - sign(x) * abs(x) / 3"],
  [
    "import",
    "sinh(clamp(x, -2, 2)) + asinh(x) + atan(x) + erfc(x) + log2(1 + x^2) + floor(x) - round(x) + ceil(x / 2)",
  ],
  ["double_guard", "x > 0 ? (x > 1 ? sqrt(x - 1) : x) : expm1(x) * exp(-x)"],
].map(([name = "", formula = ""]) => defineActivation({ name, formula }));
const ALL: readonly FormulaActivation[] = [...catalog, ...OWN];

/** 300 points: whole and half numbers, where most kinks lie, a ladder of sizes of both signs, extremes. */
const POINTS: readonly number[] = [
  ...Array.from({ length: 65 }, (_, i) => (i - 32) / 4),
  ...[0.1, 0.7, 1.1, 2.3, 3.7, 5.3, 7.7, 9.1].flatMap((step) =>
    Array.from({ length: 12 }, (_, i) => step * (i - 5.5)),
  ),
  ...[
    1e-30, 1e-10, 1e-8, 1e-6, 1e-4, 1e-3, 0.01, 12, 15, 17, 20, 25, 30, 47, 60, 80, 87, 88, 89, 90, 100,
  ].flatMap((x) => [x, -x]),
  ...Array.from({ length: 42 }, (_, i) => 0.037 * (i + 1) * (i % 2 === 0 ? 1 : -1)),
  ...[104, 120, 200, 500, 700, 709, 710, 746, 1e3, 1e4, 1e6, 1e8, 1e10, 1e12, 1e15].flatMap((x) => [x, -x]),
  ...Array.from({ length: 25 }, (_, i) => 0.5 + i * 0.611),
].map(Math.fround);

const SAFE_NAMES: Readonly<Record<string, string>> = {
  lambda: "lambda_",
  torch: "torch_",
  import: "import_",
};

const columnsOf = (activation: FormulaActivation): readonly (readonly number[])[] =>
  Array.from({ length: activation.inputs }, (_, i) => (i % 2 === 0 ? POINTS : POINTS.toReversed()));

interface Run {
  readonly value: readonly (number | string)[];
  readonly slope: readonly (number | string)[];
}

const cwd = mkdtempSync(join(tmpdir(), "actbench code "));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const PYTHON = "/usr/bin/python3";
const has = (module: string): boolean => spawnSync(PYTHON, ["-c", `import ${module}`]).status === 0;

function runPython(tool: "torch" | "numpy" | "jax") {
  const [code, cases] = [join(cwd, `${tool}.py`), join(cwd, "cases.json")];
  writeFileSync(code, activationSource(ALL, tool, "test"));
  const list = ALL.map((one) => [one.name, SAFE_NAMES[one.name] ?? one.name, columnsOf(one)]);
  writeFileSync(cases, JSON.stringify(list));
  const script = join(ROOT, "test/fixtures/run-activations.py");
  const { status, stdout, stderr } = spawnSync(PYTHON, [script, tool, code, cases], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as Readonly<
    Record<string, Readonly<Record<"float32" | "float64", Run>> & { readonly keepsNan: boolean }>
  > & {
    readonly modules: readonly (readonly [string, readonly number[], readonly string[]])[];
  };
}

/** Value and slope of the formula in f64; null where they are beyond the type's numbers. */
function exact(activation: FormulaActivation) {
  const spec = activationSpec(activation);
  const { value, slopes } = exactFormulas(spec);
  const params = Object.fromEntries(spec.params.map((param) => [param.name, param.value]));
  const columns = columnsOf(activation);
  const of = (tree: typeof value): readonly number[] =>
    POINTS.map((x, row) => evaluate(tree, { x, inputs: columns.map((column) => column[row] ?? 0), params }));
  return { value: of(value), slope: of(slopes[0] ?? 0) };
}

/** The largest distance in units in the last place of max(1, |exact|). */
function worst(
  got: readonly (number | string)[],
  wanted: readonly number[],
  epsilon: number,
): readonly [ulp: number, at: string] {
  let [most, at] = [0, ""];
  wanted.forEach((own, i) => {
    const value = Number(
      got[i] === "inf" ? Number.POSITIVE_INFINITY : got[i] === "-inf" ? Number.NEGATIVE_INFINITY : got[i],
    );
    if (Math.abs(own) > (epsilon > 1e-10 ? 3.4e38 : 1.7e308)) return;
    const distance = Math.abs(value - own) / (epsilon * Math.max(1, Math.abs(own)));
    if (!(distance <= most))
      [most, at] = [
        Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance,
        `${POINTS[i]}: ${value}, ${own}`,
      ];
  });
  return [most, at];
}

const EPSILON = { float32: 2 ** -23, float64: 2 ** -52 } as const;

it("300 points", () => expect(POINTS).toHaveLength(300));

/** Lines for what is farther from the formula than a limit, in units in the last place of max(1, |exact|). */
function tooFar(
  results: Readonly<
    Record<string, Readonly<Partial<Record<"float32" | "float64", Run>>> & { readonly keepsNan?: boolean }>
  >,
  limit: (activation: FormulaActivation, what: "value" | "slope") => number,
): readonly string[] {
  return ALL.flatMap((activation) => {
    const wanted = exact(activation);
    if (results[activation.name]?.keepsNan === false) return [`${activation.name} loses NaN`];
    return (["float32", "float64"] as const).flatMap((kind) =>
      (["value", "slope"] as const).flatMap((what) => {
        const run = results[activation.name]?.[kind];
        if (run === undefined) return [`${activation.name} ${kind} is not there`];
        const [ulp, at] = worst(run[what], wanted[what], EPSILON[kind]);
        const isFar = ulp > limit(activation, what);
        return isFar ? [`${activation.name} ${kind} ${what} ${ulp.toPrecision(3)} at ${at}`] : [];
      }),
    );
  });
}

/** erf has the rounding of 1 in its tail, which geglu multiplies by its other input. */
const valueLimit = ({ name }: FormulaActivation): number => (name === "geglu" ? 20 : 4);

describe.skipIf(!has("torch"))("PyTorch", () => {
  it("values, and autograd's slopes at kinks and far out too, are the formulas'; each module runs", () => {
    const { modules, ...results } = runPython("torch");
    // Autograd computes sigmoid's slope as s (1 - s), whose second factor has the rounding of 1, times x.
    expect(tooFar(results, (one, what) => (what === "slope" ? 64 : valueLimit(one)))).toEqual([]);
    expect(modules).toHaveLength(ALL.length);
    const made = new Map(modules.map(([name, shape, params]) => [name, { shape, params }]));
    expect(made.get("LeakyRelu")).toEqual({ shape: [3, 48], params: [] });
    expect(made.get("Prelu")).toEqual({ shape: [3, 48], params: ["alpha"] });
    expect(made.get("Swiglu")).toEqual({ shape: [3, 24], params: [] });
  });
});

describe.skipIf(!has("numpy"))("NumPy", () => {
  it("values and slopes are the formulas'", () => {
    const { modules: _, ...results } = runPython("numpy");
    expect(tooFar(results, (one, what) => (what === "slope" ? 8 : valueLimit(one)))).toEqual([]);
  });

  it("code for JAX, its functions played by NumPy's, gives the formulas' values", () => {
    const { modules: _, ...results } = runPython("jax");
    const limit = (one: FormulaActivation, what: string): number =>
      what === "slope" ? Number.POSITIVE_INFINITY : valueLimit(one);
    expect(tooFar(results, limit)).toEqual([]);
  });
});

describe("TensorFlow.js 4.22.0", () => {
  it("values are the formulas'", async () => {
    writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
    const words = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "@tensorflow/tfjs@4.22.0"];
    const installed = spawnSync("npm", words, { cwd, encoding: "utf8" });
    expect(installed.status, installed.stderr).toBe(0);
    writeFileSync(join(cwd, "activations.js"), activationSource(ALL, "tfjs", "test"));
    const cases = ALL.map((one) => [one.name, columnsOf(one)]);
    writeFileSync(join(cwd, "cases.json"), JSON.stringify(cases));
    writeFileSync(join(cwd, "run.js"), RUN_TFJS);
    const run = spawnSync(process.execPath, ["run.js"], { cwd, encoding: "utf8", maxBuffer: 1e8 });
    expect(run.status, run.stderr).toBe(0);
    const results: Readonly<Record<string, readonly (number | string)[]>> = JSON.parse(run.stdout);
    const far = ALL.flatMap((activation) => {
      const [ulp, at] = worst(results[activation.name] ?? [], exact(activation).value, EPSILON.float32);
      // Its erf is a polynomial that is right to 1.5e-7, which gelu multiplies by x.
      const limit = /gelu|geglu|import/.test(activation.name) ? 200 : 8;
      return ulp > limit ? [`${activation.name} ${ulp.toPrecision(3)} at ${at}`] : [];
    });
    expect(far).toEqual([]);
  }, 300_000);
});

const RUN_TFJS = `import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";
import * as activations from "./activations.js";
await tf.setBackend("cpu");
const results = {};
for (const [name, columns] of JSON.parse(readFileSync("cases.json", "utf8"))) {
  const f = activations[name] ?? activations[name + "_"];
  const values = f(...columns.map((column) => tf.tensor1d(column))).dataSync();
  const nan = f(...columns.map(() => tf.fill([7], NaN))).dataSync();
  if (!nan.every(Number.isNaN)) throw new Error(name + " loses NaN: " + nan);
  results[name] = Array.from(values, (value) => (Number.isFinite(value) ? value : String(value).replace("Infinity", "inf").toLowerCase()));
}
console.log(JSON.stringify(results));
`;
