import { describe, expect, it } from "vitest";
import { derivative } from "./derivative/derivative.js";
import { evaluate } from "./evaluate.js";
import { formatFormula } from "./language/format.js";
import { parseFormula } from "./language/parse-formula.js";
import { liveCondition } from "./live-condition.js";
import { stable } from "./simplify/stable.js";

const liveOf = (source: string, variable = "x") => {
  const inputs = variable === "x" ? 1 : 2;
  const value = stable(parseFormula(source, { params: ["a", "b"], inputs }));
  return liveCondition(stable(derivative(value, variable), "slope"));
};

describe("liveCondition", () => {
  it.each([
    ["max(0, x - a)", "x - a > 0"],
    ["min(max(x, a), b)", "max(x, a) < b and x > a"],
    ["abs(x) <= a ? 0 : x", "not abs(x) <= a"],
    ["max(0, sin(x))", "sin(x) > 0"],
    ["x * tanh(softplus(x))", "1"],
    ["floor(x)", "0"],
  ])("of %s is %s", (source, wanted) => {
    const { condition, asksForValue } = liveOf(source);
    expect(formatFormula(condition)).toBe(wanted);
    expect(asksForValue).toBe(false);
  });

  it.each([
    ["x1 * sigmoid(x2)", "x1", "1"],
    ["x1 * sigmoid(x2)", "x2", "1"],
    ["x1 * max(x2, 0)", "x1", "x2 > 0"],
    ["x1 * max(x2, 0)", "x2", "x2 > 0"],
    ["max(x1, x2)", "x1", "x1 > x2"],
  ])("of %s in %s is %s", (source, variable, wanted) => {
    expect(formatFormula(liveOf(source, variable).condition)).toBe(wanted);
  });

  it("asks for a slope's value only where neither can be proven", () => {
    const { condition, asksForValue } = liveOf("x > a ? x * floor(x) : 0");
    expect(asksForValue).toBe(true);
    const isLive = (x: number): boolean => evaluate(condition, { x, params: { a: -3 } }) !== 0;
    expect([-4, -2.5, 0.5, 1.5].map(isLive)).toEqual([false, true, false, true]);
  });

  it.each([
    ["noise < 0.5 ? x : 0", "1"],
    ["x > 0 ? x : (noise < 0.5 ? 0.1 * x : 0)", "1"],
    ["noise < 0.5 ? max(x - a, 0) : 0", "x - a > 0"],
  ])("of %s, where noise takes either side at some time, is %s", (source, wanted) => {
    expect(formatFormula(liveOf(source).condition)).toBe(wanted);
  });

  it("holds where f64 rounds the slope to 0", () => {
    expect(liveOf("max(a, x) * sigmoid(x)").condition).toBe(1);
  });
});
