import { describe, expect, it } from "vitest";
import { breakpoints } from "./breakpoints.js";
import { derivative } from "./derivative/derivative.js";
import { evaluate } from "./evaluate.js";
import { parseFormula } from "./language/parse-formula.js";
import { stable } from "./simplify/stable.js";
import { substitute } from "./tree.js";
import { zeroSlope } from "./zero-slope.js";

const INF = Number.POSITIVE_INFINITY;
const read = (source: string, params: Readonly<Record<string, number>> = {}) =>
  substitute(
    parseFormula(source, { params: ["a", "b"] }),
    new Map(Object.entries(params).map(([name, value]) => [`$${name}`, value])),
  );
const slopeOf = (source: string, params?: Readonly<Record<string, number>>) =>
  stable(derivative(stable(read(source, params)), "x"), "slope");

/**
 * Stated: 1e-14 of their size; the other half is the f32 beside an end that belongs to the slope on its other
 * side.
 */
const isNear = (got: number, wanted: number): boolean =>
  got === wanted ||
  Math.abs(got - wanted) <= 1e-14 * Math.abs(wanted) ||
  Math.abs(Math.fround(got) - wanted) <= 2e-7 * Math.abs(wanted);

type Ends = readonly (readonly [from: number, to: number])[];

function expectIntervals(source: string, wanted: Ends, params?: Readonly<Record<string, number>>): void {
  const { intervals, proven } = zeroSlope(slopeOf(source, params));
  expect(proven).toBe(true);
  expect(intervals).toHaveLength(wanted.length);
  for (const [i, { from, to }] of intervals.entries()) {
    const [start = Number.NaN, end = Number.NaN] = wanted[i] ?? [];
    expect(isNear(from, start), `from ${from}, ${start} wanted`).toBe(true);
    expect(isNear(to, end), `to ${to}, ${end} wanted`).toBe(true);
  }
}

describe("zeroSlope where curves are compared", () => {
  it.each<[string, Ends]>([
    ["max(0, tanh(x))", [[-INF, 0]]],
    ["max(0, x^3)", [[-INF, 0]]],
    ["max(0, x * sigmoid(x))", [[-INF, 0]]],
    [
      "max(0, 1 - x^2)",
      [
        [-INF, -1],
        [1, INF],
      ],
    ],
    ["min(1, exp(x))", [[0, INF]]],
    ["max(0, softplus(x) - 1)", [[-INF, 0.541324854612918]]],
    [
      "clamp(x^3, -1, 1)",
      [
        [-INF, -1],
        [1, INF],
      ],
    ],
    [
      "clamp(0.5 + x / (2 * (1 + abs(x))), 0.1, 0.9)",
      [
        [-INF, -4],
        [4, INF],
      ],
    ],
    ["max(0, x * abs(x) - 2)", [[-INF, Math.SQRT2]]],
    ["max(-0.1, x * sigmoid(x))", [[-3.5372596267896386, -0.22526552881047945]]],
    ["max(0.2, 0.5 * x * (1 + erf(x / sqrt(2))))", [[-INF, 0.3197789432824]]],
    ["max(0, exp(x) - x - 2)", [[-1.84140566043696, 1.14619322062058]]],
    ["max(0, x^5 - x - 1)", [[-INF, 1.1673039782614187]]],
    [
      "max(0, x^3 - x)",
      [
        [-INF, -1],
        [0, 1],
      ],
    ],
    ["max(0, x - tanh(x))", [[-INF, 0]]],
    [
      "max(0, min(1, x * sigmoid(x)))",
      [
        [-INF, 0],
        [1.278464542761074, INF],
      ],
    ],
    [
      "max(0, 1 / x - 1)",
      [
        [-INF, -1.401298464324817e-45],
        [1, INF],
      ],
    ],
    [
      "min(0, log(abs(x)))",
      [
        [-INF, -1],
        [1, INF],
      ],
    ],
    ["exp(min(0, x^3))", [[0, INF]]],
    ["max(0, tanh(x)) * max(0, -tanh(x))", [[-INF, INF]]],
    ["(x^2 > 2 ? 1 : x) * tanh(x)", []],
    // 1 + erf and 1 + x / (1 − x) are above 0, though their parts cancel in f64.
    ["max(0, 0.5 * x * (1 + erf(x / sqrt(2))))", [[-INF, 0]]],
    ["max(0, x * (0.5 - 0.5 * erf(x)))", [[-INF, 0]]],
    ["max(0, 1 + x / (1 + abs(x)))", []],
    ["max(0, 1 - x^2 / (1 + x^2))", []],
    ["max(0, x / (1 + x^2) - 0.5)", [[-INF, INF]]],
    [
      "max(0, x / (1 + x^2) - 0.375)",
      [
        [-INF, (4 - 7 ** 0.5) / 3],
        [(4 + 7 ** 0.5) / 3, INF],
      ],
    ],
    [
      "max(0, x + 1) - max(0, x - 1)",
      [
        [-INF, -1],
        [1, INF],
      ],
    ],
  ])("%s", (source, wanted) => {
    expectIntervals(source, wanted);
  });

  it.each<[string, Readonly<Record<string, number>>, Ends]>([
    ["max(0, tanh(a * x) - b)", { a: 2, b: 0.5 }, [[-INF, 0.27465307216702745]]],
    ["max(0, tanh(a * x) - b)", { a: -2, b: 0.5 }, [[-0.27465307216702745, INF]]],
    [
      "clamp(a * x^3, -1, 1)",
      { a: 8 },
      [
        [-INF, -0.5],
        [0.5, INF],
      ],
    ],
    ["max(0, softplus(x) - a)", { a: 0.001 }, [[-INF, -6.907255237315471]]],
    ["min(a, exp(x))", { a: 10 }, [[2.302585092994046, INF]]],
  ])("%s with %j", (source, params, wanted) => {
    expectIntervals(source, wanted, params);
  });

  it.each([
    "x * sigmoid(x)",
    "0.5 * x * (1 + erf(x / sqrt(2)))",
    "x * tanh(softplus(x))",
    "max(0, x) + min(0, exp(x) - 1)",
    "x > 0 ? x : 0.01 * x",
    "x / (1 + abs(x))",
    "sign(x) * log(1 + abs(x))",
    "sign(x) * abs(x)^0.5",
    "max(x, tanh(x))",
    "x / sqrt(1 + a * x^2)",
    "a * softplus(b * x)",
    "x > a ? x : b * x",
    "1 / x",
  ])("%s has none, proven, whatever its parameters are", (source) => {
    expect(zeroSlope(slopeOf(source))).toEqual({ intervals: [], proven: true, decidedBy: [] });
  });

  it.each<[string, readonly string[]]>([
    ["max(0, x - a)", ["a"]],
    ["max(0, tanh(x) - b)", ["b"]],
    ["clamp(x, a, b)", ["a", "b"]],
    // Flat for a < 0 only.
    ["max(0, x) + min(0, a * (exp(x) - 1))", ["a"]],
    // Without number, hidden in steps, or where curves touch: not to be proven this way.
    ["max(0, sin(x))", []],
    ["x * floor(x)", []],
    ["max(0, x^2 - 2 * x + 1)", []],
    ["sqrt(x^4) - x^2", []],
  ])("%s: nothing is claimed", (source, decidedBy) => {
    expect(zeroSlope(slopeOf(source))).toMatchObject({ proven: false, decidedBy });
  });

  it("is 0 in f64 too on what it gives, and nowhere near it outside", () => {
    const slope = slopeOf("max(0, softplus(x) - 1)");
    const [{ to } = { to: Number.NaN }] = zeroSlope(slope).intervals;
    expect(evaluate(slope, { x: to - 1e-9 })).toBe(0);
    expect(evaluate(slope, { x: to + 1e-9 })).toBeGreaterThan(0.4);
  });
});

describe("breakpoints where curves are compared", () => {
  it.each([
    ["max(0, x * abs(x) - 2)", [0, Math.SQRT2]],
    ["clamp(0.5 + x / (2 * (1 + abs(x))), 0.1, 0.9)", [-4, 0, 4]],
    ["max(0, tanh(x - 100))", [100]],
    ["max(0, exp(x) - 1e30)", [69.07755278982137]],
    ["max(0, (x - 3) * (x - 3.001) * (x - 3.002))", [3, 3.001, 3.002]],
  ])("of %s", (source, wanted) => {
    const found = breakpoints(read(source));
    expect(found).toHaveLength(wanted.length);
    for (const [i, x] of found.entries()) expect(x).toBeCloseTo(wanted[i] ?? Number.NaN, 11);
  });
});
