import { describe, expect, it } from "vitest";
import { catalogSample } from "../../../test/catalog-sample.js";
import { readOnnx } from "../../../test/read-onnx.js";
import { type Matrix, runOnnx } from "../../../test/run-onnx.js";
import { standardActivations } from "../../activation/catalog/catalog.js";
import { loweredFormulas } from "../../activation/lowered-formulas.js";
import { singleError } from "../../audit/single-error.js";
import { carriedError } from "../../audit/stated-error.js";
import {
  activationSpec,
  catalog,
  defineActivation,
  evaluate,
  exactFormulas,
  type FormulaActivation,
  UNARY,
} from "../../internal.js";
import { activationGraph } from "./activation-graph.js";
import { onnxBytes } from "./onnx-bytes.js";

const info = { version: "test", description: "", metadata: {} };
/** 200 points: a ladder of sizes of both signs, whole numbers, what lies beside kinks. */
const POINTS: readonly number[] = [
  ...Array.from({ length: 160 }, (_, i) => (i - 80) / 10),
  ...[1e-8, 1e-6, 1e-3, 0.0312, 12.5, 20, 30, 47, 60, 80, 87, 88, 89, 90, 104, 1e3].flatMap((x) => [x, -x]),
  ...[0, -0, 2.9999, 3.0001, -3.0001, 6.0001, 0.4999, 0.5001],
].map(Math.fround);

const column = (values: readonly number[]): Matrix => ({ shape: [values.length, 1], values });

/**
 * The graph's values and the formula's own, in f64, where inputs of gated units are `x`, the reverse of x, ….
 */
function both(activation: FormulaActivation, points = POINTS) {
  const spec = activationSpec(activation);
  const model = readOnnx(onnxBytes(activationGraph(spec), info));
  const turned = [points, points.toReversed()];
  const columns = Array.from({ length: spec.inputs }, (_, i) => turned[i % 2] ?? points);
  const names = spec.inputs === 1 ? ["x"] : columns.map((_, i) => `x${i + 1}`);
  const outputs = runOnnx(
    model,
    Object.fromEntries(names.map((name, i) => [name, column(columns[i] ?? [])])),
  );
  const params = Object.fromEntries(spec.params.map(({ name, value }) => [name, value]));
  const { value, slopes } = exactFormulas(spec);
  const expected = points.map((x, row) =>
    evaluate(value, { x, inputs: columns.map((own) => own[row] ?? 0), params }),
  );
  // What rounding x carries into the value: constants and sines of large arguments are f32 in a graph.
  const carried = points.map((x) =>
    spec.inputs === 1 ? carriedError(evaluate(slopes[0] ?? 0, { x, params }), x) : 0,
  );
  // Beside the standard ones, what rounding operation by operation adds up to.
  const inputs = Object.fromEntries(spec.params.map((param) => [`$${param.name}`, param.value]));
  const rounding = points.map((x) =>
    spec.inputs > 1 || standardActivations.includes(activation)
      ? 0
      : singleError(loweredFormulas(spec).value, { ...inputs, x }).error,
  );
  return { model, values: outputs.y?.values ?? [], expected, carried, rounding };
}

describe("activationGraph", () => {
  it("200 points", () => expect(POINTS).toHaveLength(200));

  it.each(catalogSample())("$name: the formula's values, by the operators' definitions", (activation) => {
    const { values, expected, carried, rounding } = both(activation);
    expect(values).toHaveLength(POINTS.length);
    expected.forEach((exact, i) => {
      if (Math.abs(exact) > 3.4e38) return;
      // Erf has a rounding of 1 in its tail, which x multiplies; no standard operator keeps more.
      const limit =
        (rounding[i] ?? 0) +
        (activation.name.endsWith("gelu") || activation.name === "geglu" ? 5e-6 : 1e-6) *
          Math.max(1, Math.abs(exact));
      expect(Math.abs((values[i] ?? Number.NaN) - exact), `at ${POINTS[i]}`).toBeLessThanOrEqual(
        limit + (carried[i] ?? 0),
      );
    });
  });

  it("keeps the names of parameters apart from those of operators", () => {
    const params = { add_1: { default: 0.5, trainable: true }, mul_1: { default: 2, trainable: true } };
    const formula = "mul_1 * (x + add_1) + sin(x * add_1)";
    const { values, expected } = both(defineActivation({ name: "odd", params, formula }), [0.25, -3]);
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] ?? 0, 6);
    });
  });

  it.each(catalogSample())("$name: NaN stays NaN", (activation) => {
    const { values } = both(activation, [Number.NaN, Number.NaN]);
    expect(values).toEqual([Number.NaN, Number.NaN]);
  });

  it.each(["log_sigmoid", "sigmoid", "silu", "mish", "elu", "celu", "softplus"])(
    "%s keeps its relative precision where it is small",
    (name) => {
      const found = catalog.filter((entry) => entry.name === name);
      const points = [-80, -20, -10, -5, -1, -1e-3, -1e-6].map(Math.fround);
      for (const activation of found) {
        const { values, expected } = both(activation, points);
        expected.forEach((exact, i) => {
          expect(Math.abs((values[i] ?? 0) / exact - 1), `at ${points[i]}`).toBeLessThan(1e-6);
        });
      }
      expect(found).toHaveLength(1);
    },
  );

  it.each(UNARY)("the operator %s in a custom formula", (op) => {
    const activation = defineActivation({ name: "own", formula: (x) => [op, x] });
    const points = [0.25, 0.75, 1.5, 2.5, 3.25, 1e-4, 2 ** -20].map(Math.fround);
    const { values, expected } = both(activation, points);
    // erfc is 1 - erf: no standard operator keeps the digits of its tail.
    const floor = op === "erfc" ? 1 : 1e-2;
    expected.forEach((exact, i) => {
      if (!Number.isFinite(exact)) expect(values[i], `at ${points[i]}`).toBe(exact);
      else
        expect(Math.abs((values[i] ?? Number.NaN) - exact)).toBeLessThan(
          3e-7 * Math.max(floor, Math.abs(exact)),
        );
    });
  });

  it.each([
    ["x > 1 and x < 3 ? x : x <= -1 or x == 0.5 ? 2 : x != 0 ? -x : 7"],
    ["not (x >= 1) ? clamp(x, -1, 0.25) : x ^ 1.5"],
    ["(x > 0) + (x > 1) * 2 - floor(x) + ceil(x / 3)"],
    ["x ^ 0"],
    ["erf(x / 1.4142)"],
    ["max(x, 0) + min(x, -1) - sign(x)"],
  ])("%s", (formula) => {
    const { values, expected, model } = both(defineActivation({ name: "own", formula }));
    expected.forEach((exact, i) => {
      const distance = Math.abs((values[i] ?? Number.NaN) - exact);
      // x ^ 1.5 is NaN below 0, where its side of the choice is not taken.
      expect(distance, `at ${POINTS[i]}`).toBeLessThan(1e-6 * Math.max(1, Math.abs(exact)));
    });
    // A quotient would become another function in onnxruntime.
    if (formula.startsWith("erf")) expect(model.nodes.map(({ op }) => op)).not.toContain("Div");
  });

  it("states the opset and the version of the format that belong together, and holds learned parameters by name", () => {
    const [prelu] = catalog.filter(({ name }) => name === "prelu");
    if (prelu === undefined) throw new Error("no prelu");
    const { model } = both(prelu);
    expect(model).toMatchObject({ irVersion: 8, opset: 17, inputs: [["x", 1]], outputs: [["y", 1]] });
    expect(model.initializers).toContainEqual({ name: "alpha", shape: [1], values: [0.25] });
  });
});
