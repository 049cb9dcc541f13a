import { describe, expect, it } from "vitest";
import type { FormulaActivation } from "../src/activation/activation.js";
import { activationSpec } from "../src/activation/activation-spec.js";
import { catalog, standardActivations } from "../src/activation/catalog/catalog.js";
import { defineActivation } from "../src/activation/define-activation.js";
import { exactFormulas, loweredFormulas } from "../src/activation/lowered-formulas.js";
import { singleError } from "../src/audit/single-error.js";
import { carriedError } from "../src/audit/stated-error.js";
import { breakpoints } from "../src/formula/breakpoints.js";
import { derivative } from "../src/formula/derivative/derivative.js";
import { evaluate } from "../src/formula/evaluate.js";
import { formatFormula } from "../src/formula/language/format.js";
import { parseFormula } from "../src/formula/language/parse-formula.js";
import { stable } from "../src/formula/simplify/stable.js";
import { substitute } from "../src/formula/tree.js";
import { catalogSample } from "./catalog-sample.js";
import { evaluateSingle } from "./single-precision.js";

/** The edges of f32 and where textbook formulas break. */
const EDGES = [
  0, -0, 1e-8, 1e-4, 0.3, 1, 3, 5, 10, 20, 44, 45, 88, 89, 104, 1e3, 1e4, 1e10, 1e19, 1e30,
].flatMap((x) => [x, -x]);
/** Beside the standard ones, how many times what rounding operation by operation adds up to. */
const EXPLAINED = 4;
const MAX_F32 = 3.4028234663852886e38;

/** The same functions as people write them first; the f32 edges hold for these too. */
const naive: readonly FormulaActivation[] = [
  ["softplus", "log(1 + exp(x))"],
  ["silu", "x / (1 + exp(-x))"],
  ["silu_quotient", "x * exp(x) / (1 + exp(x))"],
  ["mish", "x * tanh(log(1 + exp(x)))"],
  ["mish_squares", "x * ((1 + exp(x))^2 - 1) / ((1 + exp(x))^2 + 1)"],
  ["mish_product", "x * exp(x) * (exp(x) + 2) / (exp(x) * (exp(x) + 2) + 2)"],
  ["mish_sum", "x * (exp(2 * x) + 2 * exp(x)) / (exp(2 * x) + 2 * exp(x) + 2)"],
  ["softplus_difference", "x - log(sigmoid(x)) - x"],
  ["softplus_minus", "log(1 + exp(-x)) + x"],
  ["sigmoid_complement", "1 - 1 / (1 + exp(x))"],
  ["sigmoid_tanh", "0.5 * (1 + tanh(x / 2))"],
  ["silu_complement", "x - x / (1 + exp(x))"],
  ["tanh_quotient", "(exp(2 * x) - 1) / (exp(2 * x) + 1)"],
  ["tanh_complement", "1 - 2 / (exp(2 * x) + 1)"],
  ["gelu", "0.5 * x * (1 + erf(x / sqrt(2)))"],
  ["gelu_tanh", "0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))"],
  ["celu", "max(x, 0) + min(0, exp(x) - 1)"],
  ["serf", "x * erf(log(1 + exp(x)))"],
  ["tanh_exp", "x * tanh(exp(x))"],
  ["tanh", "(exp(x) - exp(-x)) / (exp(x) + exp(-x))"],
  ["tanh_half", "2 / (1 + exp(-2 * x)) - 1"],
  ["sigmoid", "1 / (1 + exp(-x))"],
  ["sigmoid_quotient", "exp(x) / (1 + exp(x))"],
  ["log_sigmoid", "log(1 / (1 + exp(-x)))"],
  ["log_sigmoid_difference", "x - log(1 + exp(x))"],
  ["elu", "x > 0 ? x : exp(x) - 1"],
  ["gaussian", "1 / exp(x^2)"],
  ["cubed_gaussian", "x^3 * exp(-x^2)"],
  ["bump", "max(x, 0) + 0.5 * x * exp(-x^2)"],
  ["softsign", "x / (1 + abs(x))"],
  ["isru", "x / sqrt(1 + x^2)"],
  ["log_cosh", "log(exp(x) + exp(-x))"],
  ["sech", "2 / (exp(x) + exp(-x))"],
  ["parametric_swish", "x * (1 + exp(-1.7 * x))^(-0.3)"],
  ["softclip", "log((1 + exp(2 * x)) / (1 + exp(2 * (x - 1)))) / 2"],
  ["softclip_steep", "1 / 50 * log((1 + exp(50 * x)) / (1 + exp(50 * (x - 1))))"],
  ["asinh", "log(x + sqrt(x^2 + 1))"],
  ["asinh_scaled", "log(2 * x + sqrt(4 * x^2 + 3))"],
  ["asinh_minus", "-log(sqrt(1 + x * x) - x)"],
  ["acosh_beyond", "log(abs(x) + 2 + sqrt((abs(x) + 2)^2 - 1))"],
  ["atanh_within", "0.5 * log((1 + tanh(x) / 2) / (1 - tanh(x) / 2))"],
  ["phish_like", "x / (x / 0.9 + exp(-x / 1.3))"],
  ["log_one_plus_tanh_exp", "x * log(1 + tanh(exp(x)))"],
  ["log_one_plus_tanh", "log(1 + tanh(x))"],
  ["log_one_minus_tanh", "log(1 - tanh(x))"],
  ["log_cosh_function", "log(cosh(x))"],
  ["shifted_softplus", "log(0.5 * exp(x) + 0.5)"],
  ["softplus_base_two", "log2(1 + exp(x))"],
  ["logistic_growth", "3 * exp(x) / (exp(x) + 7)"],
  ["tanh_hyperbolic", "sinh(x) / cosh(x)"],
  ["x_sech", "x / cosh(x)"],
  ["sech_squared", "1 / cosh(x)^2"],
  ["gudermann", "atan(sinh(x))"],
  ["gelu_erfc", "0.5 * x * erfc(-x / sqrt(2))"],
  ["gelu_complement", "0.5 * x * (1 - erf(-x / sqrt(2)))"],
  ["sinh", "sinh(x)"],
  ["cosh", "cosh(x)"],
  ["symlog", "sign(x) * log10(1 + abs(x))"],
].map(([name = "", formula = ""]) => defineActivation({ name: `naive_${name}`, formula }));

const all = [...catalogSample(), ...naive];

const overflows = ({ name }: FormulaActivation): boolean => name === "finer" || name === "thin_plate_spline";

describe("the catalog", () => {
  it("has a name, a family and a summary of its own for each", () => {
    expect(new Set(catalog.map(({ name }) => name)).size).toBe(catalog.length);
    for (const { name, summary, family } of catalog) {
      expect([name, summary.length > 4, family !== "custom"]).toEqual([name, true, true]);
    }
  });
});

describe.each(all.map((activation) => [activation.name, activation] as const))("%s", (_, activation) => {
  const spec = activationSpec(activation);
  const exact = exactFormulas(spec);
  const lowered = loweredFormulas(spec);
  const params = Object.fromEntries(spec.params.map(({ name, value }) => [name, value]));
  const inputNames = spec.inputs === 1 ? ["x"] : Array.from({ length: spec.inputs }, (_, i) => `x${i + 1}`);
  const trained = Object.fromEntries(spec.params.map(({ name, value }) => [`$${name}`, value]));
  const bind = (point: readonly number[]) =>
    spec.inputs === 1 ? { x: point[0] ?? 0, params } : { inputs: point, params };
  const values = new Map(spec.params.map(({ name, value }) => [`$${name}`, value]));
  const kinks = spec.inputs === 1 ? breakpoints(substitute(exact.value, values)) : [];
  const isStandard = standardActivations.includes(activation) || naive.includes(activation);

  it("means the same as text and as a tree", () => {
    const names = { params: spec.params.map(({ name }) => name), inputs: spec.inputs };
    expect(stable(parseFormula(activation.formula, names))).toEqual(activation.tree);
    expect(stable(parseFormula(formatFormula(activation.tree), names))).toEqual(activation.tree);
  });

  it("has slopes that are the derivatives of its value", () => {
    const points = spec.inputs === 1 ? grid(-6.03, 6, 0.0917).map((x) => [x]) : pairs(spec.inputs);
    for (const point of points) {
      if (kinks.some((kink) => Math.abs(kink - (point[0] ?? 0)) < 0.01)) continue;
      if (spec.inputs > 1 && nearGatedKink(point)) continue;
      for (const [i, slope] of exact.slopes.entries()) {
        const difference = richardson((h) =>
          evaluate(exact.value, bind(point.map((x, j) => (i === j ? x + h : x)))),
        );
        expect(evaluate(slope, bind(point)), `∂/∂${inputNames[i]} at ${point}`).toBeCloseTo(difference, 8);
      }
      for (const { name, slope } of exact.trained) {
        const difference = richardson((h) =>
          evaluate(exact.value, { ...bind(point), params: { ...params, [name]: (params[name] ?? 0) + h } }),
        );
        expect(evaluate(slope, bind(point)), `∂/∂${name} at ${point}`).toBeCloseTo(difference, 8);
      }
    }
  });

  it("is right in f32 from −1e30 to 1e30 where the true value is finite", () => {
    const trees = [
      { what: "value", single: lowered.value, double: exact.value },
      ...lowered.slopes.map((single, i) => ({ what: `slope ${i}`, single, double: exact.slopes[i] ?? 0 })),
      ...lowered.trained.map(({ name, slope }, i) => ({
        what: `slope in ${name}`,
        single: slope,
        double: exact.trained[i]?.slope ?? 0,
      })),
    ];
    const points =
      spec.inputs === 1 ? EDGES.map((x) => [x]) : EDGES.flatMap((x) => [1, -20, x].map((y) => [x, y]));
    for (const point of points) {
      const single = point.map(Math.fround);
      const names = Object.fromEntries(inputNames.map((name, i) => [name, single[i] ?? 0]));
      for (const { what, single: tree, double } of trees) {
        const wanted = evaluate(double, bind(single));
        if (!(Math.abs(wanted) < MAX_F32)) continue;
        const values = { ...names, ...trained, noise: 0.5 };
        // x times |x| overflows on the way, in the argument of a sine or before a division by x.
        if (overflows(activation) && !Number.isFinite(singleError(tree, values).error)) continue;
        const got = evaluateSingle(tree, values);
        // A few roundings of f32, relative to the value or, where terms near 1 cancel, to 1.
        // Sines of large arguments keep what rounding the argument leaves of them.
        const carried = inputNames.reduce((sum, name, i) => {
          const slope = evaluate(derivative(double, name), bind(single));
          return sum + carriedError(slope, single[i] ?? 0);
        }, 0);
        // The terms of a product's slope are as large as the other factor.
        const other = Math.max(1, ...single.filter((_, i) => what === `slope ${1 - i}`).map(Math.abs));
        const tolerance = 2e-6 * Math.max(other, Math.abs(wanted)) + carried;
        if (!isStandard && !(Math.abs(got - wanted) <= tolerance)) {
          const { error } = singleError(tree, { ...names, ...trained, noise: 0.5 });
          if (Math.abs(got - wanted) <= EXPLAINED * error || error === Number.POSITIVE_INFINITY) continue;
        }
        expect(Math.abs(got - wanted), `${what} at ${point}: ${got} for ${wanted}`).toBeLessThanOrEqual(
          tolerance,
        );
      }
    }
  });

  it("gives NaN for NaN", () => {
    for (const i of inputNames.keys()) {
      const names = Object.fromEntries(inputNames.map((name, j) => [name, i === j ? Number.NaN : 1]));
      expect(evaluateSingle(lowered.value, { ...names, ...trained, noise: 0.5 })).toBeNaN();
    }
  });
});

function grid(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}

function pairs(inputs: number): number[][] {
  return grid(-3.03, 3, 0.61).flatMap((a) =>
    grid(-2.87, 3, 0.53).map((b) => Array.from({ length: inputs }, (_, i) => (i === 0 ? a : b + i * 0.01))),
  );
}

function nearGatedKink(point: readonly number[]): boolean {
  const [a = 0, b = 0] = point;
  return Math.abs(a - b) < 0.01 || Math.abs(b) < 0.01;
}

/** f′(0) from central differences at three steps, extrapolated; error about 1e-10 for smooth f of size 1. */
function richardson(f: (h: number) => number): number {
  const central = (h: number): number => (f(h) - f(-h)) / (2 * h);
  const estimate = (h: number) => {
    const [d1, d2, d4] = [central(h), central(2 * h), central(4 * h)];
    const [e1, e2] = [(4 * d1 - d2) / 3, (4 * d2 - d4) / 3];
    return { slope: (16 * e1 - e2) / 15, error: Math.abs(e1 - e2) };
  };
  const [wide, narrow] = [estimate(1e-3), estimate(2.5e-4)];
  return (narrow.error < wide.error ? narrow : wide).slope;
}
