import { describe, expect, it } from "vitest";
import { activationSpec } from "../activation/activation-spec.js";
import { catalog, standardActivations } from "../activation/catalog/catalog.js";
import { exactFormulas } from "../activation/lowered-formulas.js";
import type { AtKink } from "./at-kink.js";
import { breakpoints } from "./breakpoints.js";
import { derivative } from "./derivative/derivative.js";
import { evaluate } from "./evaluate.js";
import { parseFormula } from "./language/parse-formula.js";
import { stable } from "./simplify/stable.js";
import { supSlope } from "./sup-slope.js";
import { zeroSlope } from "./zero-slope.js";

const INF = Number.POSITIVE_INFINITY;
const slopeOf = (source: string, at_kink: AtKink = "torch") =>
  stable(derivative(stable(parseFormula(source, { params: ["a"] })), "x", { at_kink }), "slope");
const zerosOf = (source: string, at_kink?: AtKink) =>
  zeroSlope(slopeOf(source, at_kink)).intervals.map(({ from, to }) => [from, to]);

/** Where each built-in is flat; the others nowhere. */
const FLAT: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  relu: [[-INF, 0]],
  relu6: [
    [-INF, 0],
    [6, INF],
  ],
  squared_relu: [[-INF, 0]],
  threshold: [[-INF, 0]],
  sparse_plus: [[-INF, -1]],
  hardtanh: [
    [-INF, -1],
    [1, INF],
  ],
  hardsigmoid: [
    [-INF, -3],
    [3, INF],
  ],
  hardswish: [[-INF, -3]],
  hardshrink: [[-0.5, 0.5]],
  softshrink: [[-0.5, 0.5]],
  sparse_sigmoid: [
    [-INF, -1],
    [1, INF],
  ],
};

describe("zeroSlope", () => {
  it.each(
    standardActivations
      .filter(({ inputs }) => inputs === 1)
      .map((activation) => [activation.name, activation] as const),
  )("of %s", (name, activation) => {
    const [slope = 0] = exactFormulas(activationSpec(activation)).slopes;
    expect(zeroSlope(slope).intervals.map(({ from, to }) => [from, to])).toEqual(FLAT[name] ?? []);
  });

  it.each([
    [
      "min(max(2 * x - 1, 0), 3)",
      [
        [-INF, 0.5],
        [2, INF],
      ],
    ],
    ["max(-x, 0)", [[0, INF]]],
    ["max(abs(x) - 1, 0)", [[-1, 1]]],
    ["x >= 1 and x <= 2 ? 5 : x", [[1, 2]]],
    ["floor(x)", [[-INF, INF]]],
    ["x > 0 ? x : 0 * expm1(x)", [[-INF, 0]]],
    ["max(x, 0) * max(-x, 0)", [[-INF, INF]]],
    ["x > 0 ? x : a * x", []],
    ["x > 0 ? sigmoid(x) : sigmoid(x) - 1", []],
  ])("of %s is %j", (source, wanted) => {
    expect(zerosOf(source)).toEqual(wanted);
  });

  it("is closed where the convention gives the kink a slope of 0, else ends at the f32 before it", () => {
    expect(zerosOf("max(x, 0)", "left")).toEqual([[-INF, 0]]);
    expect(zerosOf("max(x, 0)", "right")).toEqual([[-INF, -1.401298464324817e-45]]);
    expect(zerosOf("max(x - 1, 0)", "mean")).toEqual([[-INF, Math.fround(1 - 2 ** -24)]]);
    expect(zerosOf("abs(x) < 0.1 ? 0 : x")).toEqual([[-0.09999999403953552, 0.09999999403953552]]);
  });

  it("proves nothing where a condition may have no value: there a comparison fails, whichever way it is written", () => {
    const slope = slopeOf("min(sqrt(x), x > 0 ? x : 0.5) <= 0.5 ? 1 : x");
    expect(zeroSlope(slope).proven).toBe(false);
    expect(evaluate(slope, { x: -1 })).toBe(1);
    expect(zeroSlope(slope).intervals.filter(({ from }) => from < 0)).toEqual([]);
  });

  it("counts a learned slope as zero only once it is", () => {
    expect(zerosOf("x > 0 ? x : a * x")).toEqual([]);
    const set = zeroSlope(stable(["where", ["gt", "x", 0], 1, 0], "slope")).intervals;
    expect(set).toEqual([{ from: -INF, to: 0 }]);
  });
});

describe("breakpoints", () => {
  it.each([
    ["max(x, 0)", [0]],
    ["min(max(x + 3, 0), 6)", [-3, 3]],
    ["abs(x) > 0.5 ? x : 0", [-0.5, 0, 0.5]],
    ["tanh(x)", []],
    ["x^2 > 2 ? x : 0", [-1.4142135623730951, 1.4142135623730951]],
    ["max(exp(x), 2)", [0.6931471805599453]],
  ])("of %s", (source, wanted) => {
    const found = breakpoints(parseFormula(source));
    expect(found).toHaveLength(wanted.length);
    for (const [i, x] of found.entries()) expect(x).toBeCloseTo(wanted[i] ?? Number.NaN, 12);
  });
});

describe("supSlope", () => {
  it.each([
    ["relu", 1],
    ["sigmoid", 0.25],
    ["tanh", 1],
    ["gelu", 1.128904145],
    ["silu", 1.0998393201],
    ["mish", 1.0884981613],
    ["selu", 1.7580993408],
    ["hardsigmoid", 1 / 6],
    ["snake", 2],
    ["squared_relu", INF],
    ["exponential", INF],
  ])("of %s is %d", (name, wanted) => {
    const activation = catalog.find((entry) => entry.name === name);
    const slope = activation ? (exactFormulas(activationSpec(activation)).slopes[0] ?? 0) : 0;
    if (wanted === INF) expect(supSlope(slope)).toBe(INF);
    else expect(supSlope(slope)).toBeCloseTo(wanted, 9);
  });

  it.each([
    ["sign(x) * abs(x)^0.5", INF],
    ["abs(x)^0.5", INF],
    ["x * log(abs(x))", INF],
    ["1 / x", INF],
    ["x / (x^2 - 0.3)", INF],
    ["sin(x) / x", 0.43618],
    ["abs(x)^1.5 / (1 + abs(x))", 0.5504587],
  ])("of %s is %d, also beside kinks and poles", (source, wanted) => {
    if (wanted === INF) expect(supSlope(slopeOf(source))).toBe(INF);
    else expect(supSlope(slopeOf(source))).toBeCloseTo(wanted, 4);
  });

  it("takes trained parameters from its second argument", () => {
    const slope = slopeOf("x > 0 ? x : a * x");
    expect(supSlope(slope, { a: -3 })).toBe(3);
    expect(() => supSlope(slope)).toThrow("the formula uses a, which has no value");
    expect(evaluate(slope, { x: -1, params: { a: -3 } })).toBe(-3);
  });
});
