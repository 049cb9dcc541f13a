import { describe, expect, it } from "vitest";
import { catalogSample, FEW } from "../../test/catalog-sample.js";
import { breakpoints } from "../formula/breakpoints.js";
import { evaluate } from "../formula/evaluate.js";
import { parseFormula } from "../formula/language/parse-formula.js";
import { variablesOf } from "../formula/tree.js";
import { activationSpec } from "./activation-spec.js";
import { standardActivations } from "./catalog/catalog.js";
import { findActivation } from "./find-activation.js";
import { gain } from "./gain.js";
import { exactFormulas } from "./lowered-formulas.js";
import { signalDepth } from "./signal-depth.js";
import { varianceMap, varianceMapSlope } from "./variance-map.js";

function specOf(name: string, params: Readonly<Record<string, number>> = {}) {
  const activation = findActivation(name);
  if (!activation) throw new Error(`no activation ${name}`);
  return activationSpec(activation, { params });
}

/** Most kinks are ends of cells, and the others cut one, so that the midpoint rule is right to about 1e-8. */
const CELL = 1 / 1024;
const cells = Array.from({ length: 24 / CELL }, (_, i) => (i + 0.5) * CELL - 12);
const density = (z: number): number => Math.exp(-z * z * 0.5) / Math.sqrt(2 * Math.PI);
const densities = cells.map((z) => density(z) * CELL);

/** E[g(z)] by another rule than core's; a cell that holds one of the `cuts` is taken in two parts. */
function expectation(g: (z: number) => number, cuts: readonly number[] = []): number {
  const part = (from: number, to: number): number => {
    const z = (from + to) / 2;
    return to > from ? density(z) * g(z) * (to - from) : 0;
  };
  const split = cuts.map((cut) => {
    const from = Math.floor(cut / CELL) * CELL;
    return part(from, cut) + part(cut, from + CELL) - part(from, from + CELL);
  });
  const whole = cells.reduce((sum, z, i) => sum + (densities[i] ?? 0) * g(z), 0);
  return split.reduce((sum, value) => sum + value, whole);
}

/** Gated units as products of functions of one input each. */
const factors: Readonly<Record<string, readonly [string, string]>> = {
  glu: ["x", "sigmoid(x)"],
  geglu: ["x", "0.5 * x * erfc(-x / sqrt(2))"],
  swiglu: ["x", "x * sigmoid(x)"],
  reglu: ["x", "max(x, 0)"],
  squared_reglu: ["x", "max(x, 0)^2"],
  held_swiglu: ["min(max(x, -10), 10)", "min(x, 10) * sigmoid(min(x, 10))"],
  gtu: ["tanh(x)", "sigmoid(x)"],
  bilinear: ["x", "x"],
  drelu: ["max(x, 0)", "max(x, 0)"],
  arctan_glu: ["x", "x * (atan(x) / pi + 0.5)"],
  expanded_arctan_glu: ["x", "atan(x) / pi + 0.5"],
  expanded_geglu: ["x", "0.5 * erfc(-x / sqrt(2))"],
  expanded_swiglu: ["x", "sigmoid(x)"],
  relu6_glu: ["x", "min(max(x, 0), 6)"],
  step_gated_linear: ["x", "x > 0 ? 1 : 0"],
  pairwise_clipped_relu: ["min(max(x, 0), 1)", "min(max(x, 0), 1)"],
  clamped_swiglu: ["1 + min(max(x, -7), 7)", "min(x, 7) * sigmoid(1.702 * min(x, 7))"],
};
/** Gated units that are g(x1) − g(x2), by their g at defaults. */
const differences: Readonly<Record<string, string>> = {
  dual_relu: "max(x, 0)",
  dual_elu: "x > 0 ? x : expm1(x)",
};

/** The mean of a power of a formula of x alone. */
function moment(formula: string, power: number): number {
  const tree = parseFormula(formula, { params: [], inputs: 1 });
  return expectation((x) => evaluate(tree, { x }) ** power);
}

/** E[f²] of units of independent inputs: a product, twice a variance, or for maxout of two 1 by symmetry. */
function secondMomentByCells(name: string): number {
  if (name === "maxout") return 1;
  const parts = factors[name];
  if (parts !== undefined) return parts.reduce((product, part) => product * moment(part, 2), 1);
  const term = differences[name];
  if (term !== undefined) return 2 * (moment(term, 2) - moment(term, 1) ** 2);
  const spec = specOf(name);
  const params = Object.fromEntries(spec.params.map((param) => [param.name, param.value]));
  const square = (x: number, noise: number): number => evaluate(spec.tree, { x, params, noise }) ** 2;
  // Uniform noise by Gauss's rule of two points, exact to the third power.
  const nodes = variablesOf(spec.tree).has("noise")
    ? [0.5 - Math.sqrt(1 / 12), 0.5 + Math.sqrt(1 / 12)]
    : [0.5];
  const cuts = breakpoints(exactFormulas(spec).value);
  return nodes.reduce((sum, noise) => sum + expectation((z) => square(z, noise), cuts) / nodes.length, 0);
}

describe("varianceMap", () => {
  it.each(catalogSample(FEW).map(({ name }) => name))(
    "has 1 as a fixed point under init auto: %s",
    (name) => {
      const spec = specOf(name);
      expect(varianceMap(spec, 1)).toBeCloseTo(1, 12);
      // The gain averages noise by Simpson's rule, which is not exact under pats' arctan.
      const limit = name === "pats" ? 1e-4 : 1e-6;
      expect(Math.abs(gain(spec) ** 2 * secondMomentByCells(name) - 1)).toBeLessThan(limit);
    },
  );

  it.each([
    ["silu", 1.173],
    ["gelu", 1.144],
    ["mish", 1.076],
    ["relu", 1],
    ["elu", 0.891],
    ["selu", 0.783],
    ["tanh", 0.461],
    ["rrelu", 1],
    ["maxout", 1],
    ["reglu", 2],
  ])("of %s has the slope %d there", (name, slope) => {
    expect(varianceMapSlope(specOf(name))).toBeCloseTo(slope, 3);
    const [above, below] = [varianceMap(specOf(name), 1.001), varianceMap(specOf(name), 0.999)];
    expect((above - below) / 0.002).toBeCloseTo(slope, 3);
  });
});

function valueAtZero({ tree, params, inputs }: ReturnType<typeof specOf>): number {
  const values = Object.fromEntries(params.map(({ name, value }) => [name, value]));
  return evaluate(tree, { x: 0, inputs: Array.from({ length: inputs }, () => 0), params: values });
}

describe("signalDepth", () => {
  it("lets a signal die where the map's slope is above 1, and recover where it is below", () => {
    for (const activation of standardActivations) {
      const spec = activationSpec(activation);
      const slope = varianceMapSlope(spec);
      const { fate } = signalDepth(spec);
      // What is not 0 at 0 has a fixed point below 1 instead.
      const below = valueAtZero(spec) === 0 ? "dies" : "settles";
      if (slope > 1.05) expect([activation.name, fate]).toEqual([activation.name, below]);
      if (slope < 0.95) expect([activation.name, fate]).toEqual([activation.name, "recovers"]);
    }
  });

  it("finds the second fixed point of the exponential, q ↦ exp(2q − 2)", () => {
    const depth = signalDepth(specOf("exponential"));
    expect(depth).toMatchObject({ fate: "settles" });
    const q = depth.fate === "settles" ? depth.q : Number.NaN;
    expect(q).toBeCloseTo(Math.exp(2 * q - 2), 8);
    expect(q).toBeCloseTo(0.2032, 4);
  });

  it("keeps what scales, and halves the exponent of what squares", () => {
    expect(signalDepth(specOf("relu"))).toEqual({ fate: "stays" });
    // q ↦ q²: 2^−(2^n) is below 1/1000 from n = 4 on.
    expect(signalDepth(specOf("squared_relu"))).toEqual({ fate: "dies", layers: 4 });
  });
});
