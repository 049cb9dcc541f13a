import { describe, expect, it } from "vitest";
import { fromCatalog } from "../../../../test/from-catalog.js";
import { evaluate } from "../../../formula/evaluate.js";
import { parseFormula } from "../../../formula/language/parse-formula.js";
import { standardActivations } from "../catalog.js";
import { nearest, nearestActivations } from "./nearest-activations.js";
import { simplexSearch } from "./simplex-search.js";

// The standard ones alone: others may come to lie nearer.
const nearTo = (formula: string, { fit = true, without = [] as readonly string[] } = {}) => {
  const tree = parseFormula(formula);
  const among = standardActivations;
  return nearestActivations((x) => evaluate(tree, { x }), { count: 3, fit, without, among });
};

describe("nearestActivations", () => {
  it("finds a function under its own name, at distance 0", () => {
    expect(nearTo("max(0, x)", { fit: false })[0]).toEqual({ name: "relu", distance: 0 });
    const [mish] = nearTo("x * tanh(log(1 + exp(x)))");
    expect(mish?.name).toBe("mish");
    expect(mish?.distance).toBeLessThan(1e-12);
  });

  it("measures the largest difference on [−4, 4]", () => {
    const [first] = nearTo("max(x, 0) + 0.01", { fit: false });
    expect(first?.name).toBe("relu");
    expect(first?.distance).toBeCloseTo(0.01, 12);
    // sin and tanhshrink differ most at an end.
    const among = [fromCatalog("sin")];
    const [sin] = nearestActivations((x) => x, { count: 1, fit: false, among });
    const sine = evaluate(fromCatalog("sin").tree, { x: 4, params: { omega: 1 } });
    if (fromCatalog("sin").params.length === 0) expect(sin?.distance).toBeCloseTo(4 - sine, 12);
  });

  it.each([
    ["x * sigmoid(1.7 * x)", "swish", { beta: 1.7 }],
    ["x > 0 ? x : 0.3 * x", "leaky_relu", { alpha: 0.3 }],
    ["x > 0 ? x : 0.5 * (exp(x) - 1)", "elu", { alpha: 0.5 }],
    ["min(max(x, -2), 3)", "hardtanh", { low: -2, high: 3 }],
  ])("finds %s as %s at %j", (formula, name, params) => {
    const [first, second] = nearTo(formula);
    const found = [first, second].find((one) => one?.name === name);
    expect(found?.fitted?.params).toEqual(params);
    expect(found?.fitted?.distance).toBeLessThan(1e-6);
  });

  it("computes as many as are asked for, and those are the nearest of all", () => {
    const among = standardActivations;
    const of = (count: number) => nearestActivations((x) => Math.tanh(x) * x, { count, fit: false, among });
    const all = of(999);
    for (const count of [1, 3, 10]) expect(of(count)).toEqual(all.slice(0, count));
  });

  it("keeps parameters within their ranges", () => {
    // elu's alpha is at least 0; the curve asks for −1.
    const [elu] = nearestActivations((x) => (x > 0 ? x : 1 - Math.exp(x)), {
      count: 1,
      fit: true,
      among: [fromCatalog("elu")],
    });
    expect(elu?.fitted?.params.alpha ?? 0).toBeGreaterThanOrEqual(0);
  });

  it("leaves out the names in `without`, gated units, and what has no number there", () => {
    expect(nearTo("max(x, 0)", { without: ["relu"], fit: false }).map(({ name }) => name)).not.toContain(
      "relu",
    );
    const all = nearestActivations((x) => x, { count: 999, fit: false, among: standardActivations });
    expect(all.map(({ name }) => name)).not.toContain("glu");
    expect(all.map(nearest)).toEqual(all.map(nearest).toSorted((a, b) => a - b));
    expect(nearestActivations(() => Number.NaN, { count: 3, fit: true, among: standardActivations })).toEqual(
      [],
    );
  });
});

describe("simplexSearch", () => {
  it("finds the least of a curved valley and stops at a wall", () => {
    const valley = ([a = 0, b = 0]: readonly number[]): number => 100 * (b - a * a) ** 2 + (1 - a) ** 2;
    const { at } = simplexSearch(valley, { start: [-1, 1], steps: [0.5, 0.5], moves: 400 });
    expect(at[0]).toBeCloseTo(1, 5);
    const wall = ([a = 0]: readonly number[]): number => (a < 0.5 ? Number.POSITIVE_INFINITY : a);
    expect(simplexSearch(wall, { start: [2], steps: [1], moves: 200 }).at[0]).toBeCloseTo(0.5, 6);
  });
});
