import { describe, expect, it } from "vitest";
import type { AtKink } from "../at-kink.js";
import { evaluate } from "../evaluate.js";
import { formatFormula } from "../language/format.js";
import { parseFormula } from "../language/parse-formula.js";
import { stable } from "../simplify/stable.js";
import { derivative } from "./derivative.js";

const read = (source: string) => stable(parseFormula(source, { params: ["a"] }));
const slope = (source: string, variable = "x"): string =>
  formatFormula(stable(derivative(read(source), variable), "slope"));

describe("derivative", () => {
  it.each([
    ["x^3", "3 * x^2"],
    ["exp(2 * x)", "2 * exp(2 * x)"],
    ["log(x)", "1 / x"],
    ["sqrt(x)", "0.5 / sqrt(x)"],
    ["sin(a * x)", "a * cos(a * x)"],
    ["atan(x)", "1 / (x^2 + 1)"],
    ["sigmoid(x)", "sigmoid(x) * sigmoid(-x)"],
    ["tanh(x)", "4 * sigmoid(-2 * x) * sigmoid(2 * x)"],
    ["softplus(x)", "sigmoid(x)"],
    ["-log(1 + exp(-x))", "sigmoid(-x)"],
    ["expm1(x)", "exp(x)"],
    ["floor(x) + sign(x) + ceil(x) + round(x)", "0"],
    ["log2(x)", "1.4426950408889634 / x"],
    ["log10(x)", "0.4342944819032518 / x"],
    ["tan(x)", "tan(x)^2 + 1"],
    ["sinh(x)", "cosh(x)"],
    ["cosh(2 * x)", "2 * sinh(2 * x)"],
    ["asinh(x)", "1 / sqrt(x^2 + 1)"],
    ["acosh(x)", "1 / (sqrt(x + 1) * sqrt(x - 1))"],
    ["atanh(x)", "1 / ((x + 1) * (1 - x))"],
    ["erfc(x)", "-1.1283791670955126 * exp(-x^2)"],
    ["x > 0 ? x : a * x", "x > 0 ? 1 : a"],
    ["x / (1 + abs(x))", "1 / (abs(x) + 1) / (abs(x) + 1)"],
    ["x / sqrt(1 + x^2)", "1 / (x^2 + 1) / sqrt(x^2 + 1)"],
    ["x - tanh(x)", "tanh(x)^2"],
    ["max(x, 0)^2", "x > 0 ? 2 * x : 0"],
  ])("of %s is %s", (source, wanted) => {
    expect(slope(source)).toBe(wanted);
  });

  it("in a parameter", () => {
    expect(slope("x > 0 ? x : a * x", "$a")).toBe("x > 0 ? 0 : x");
    expect(slope("x^a", "$a")).toBe("x > 0 ? log(x) * x^a : 0");
  });

  /** The slopes of PyTorch 2 at these points. */
  it.each([
    ["max(x, 0)", 0, 0],
    ["max(0, x)", 0, 0],
    ["min(max(x, 0), 6)", 0, 0],
    ["min(max(x, 0), 6)", 6, 0],
    ["x > 0 ? x : 0.01 * x", 0, 0.01],
    ["min(max(x, -1), 1)", -1, 0],
    ["min(max(x, -1), 1)", 1, 0],
    ["clamp(x, -1, 1)", -1, 1],
    ["clamp(x, -1, 1)", 1, 1],
    ["max(0, x) + min(0, exp(x) - 1)", 0, 1],
    ["max(0, x) + 0.25 * min(0, x)", 0, 0.625],
    ["abs(x)", 0, 0],
    ["sign(x) * log(1 + abs(x))", 0, 0],
    ["max(x, -x)", 0, 0],
    ["abs(x) <= 0.5 ? 0 : x", 0.5, 0],
    ["x > 0 ? x : 2 * expm1(x)", 0, 2],
  ])("of %s at %d is PyTorch's %d", (source, x, wanted) => {
    expect(evaluate(derivative(read(source), "x"), { x })).toBe(wanted);
  });

  it.each([
    ["where they do depends on a parameter", "max(0, x) + min(a, x)", { a: 0 }, 0, 1],
    ["where they do not", "max(0, x) + min(a, x)", { a: 1 }, 0, 1],
    ["a kink inside another stands alone", "min(max(x, a), 1)", { a: 1 }, 1, 0],
    ["one kink used twice is one", "max(0, x) + max(0, x) * tanh(x)", { a: 0 }, 0, 0],
  ])("kinks meet: %s", (_, source, params, x, wanted) => {
    expect(evaluate(derivative(read(source), "x"), { x, params })).toBe(wanted);
  });

  it.each<[string, number, AtKink, number]>([
    ["max(x, 0)", 0, "left", 0],
    ["max(x, 0)", 0, "right", 1],
    ["max(x, 0)", 0, "mean", 0.5],
    ["x > 0 ? x : 0.1 * x", 0, "left", 0.1],
    ["x > 0 ? x : 0.1 * x", 0, "right", 1],
    ["x > 0 ? x : 0.1 * x", 0, "mean", 0.55],
    ["x >= 0 ? x : 0.1 * x", 0, "left", 0.1],
    ["x < 0 ? 0.1 * x : x", 0, "left", 0.1],
    ["x < 0 ? 0.1 * x : x", 0, "right", 1],
    ["not x > 0 ? 0.1 * x : x", 0, "right", 1],
    ["3 - x > 0 ? 1 : x - 2", 3, "left", 0],
    ["3 - x > 0 ? 1 : x - 2", 3, "right", 1],
    ["abs(x)", 0, "left", -1],
    ["abs(x)", 0, "right", 1],
    ["abs(x)", 0, "mean", 0],
    ["sign(x) * log(1 + abs(x))", 0, "left", 1],
    ["sign(x) * log(1 + abs(x))", 0, "right", 1],
    ["sign(x) * log(1 + abs(x))", 0, "mean", 1],
    ["sign(x) * abs(x)^1.5", 0, "mean", 0],
    ["x * sign(x - 2)", 2, "left", -1],
    ["x * sign(x - 2)", 2, "right", 1],
    ["x * sign(2 - x)", 2, "left", 1],
    ["(x > 0 ? 1 : -2) * x", 0, "left", -2],
    ["(x > 0 ? 1 : -2) * x", 0, "right", 1],
    ["(x > 0 ? 1 : -2) * x", 0, "mean", -0.5],
    ["min(max(x, 0), 6)", 6, "left", 1],
    ["min(max(x, 0), 6)", 6, "right", 0],
    ["x^3 > 0 ? x : 0", 0, "left", 0],
    ["x^3 > 0 ? x : 0", 0, "right", 1],
    ["-2 * tanh(x) > 0 ? x : 0", 0, "left", 1],
    ["-2 * tanh(x) > 0 ? x : 0", 0, "right", 0],
    ["sign(x) * log(1 + abs(x))", 0, "left", 1],
    ["sign(x) * log(1 + abs(x))", 0, "right", 1],
    ["sign(x) * log(1 + abs(x))", 0, "mean", 1],
    ["sign(x) * log(1 + abs(x))", 1, "mean", 0.5],
    ["(x > 0 ? 2 : 3) * x", 0, "left", 3],
    ["(x > 0 ? 2 : 3) * x", 0, "right", 2],
    ["clamp(x, 0, 6)", 0, "left", 0],
    ["clamp(x, 0, 6)", 0, "right", 1],
    ["clamp(x, 0, 6)", 6, "left", 1],
    ["clamp(x, 0, 6)", 6, "right", 0],
    ["clamp(x, 0, 6)", 6, "mean", 0.5],
    ["max(0, x) + 0.25 * min(0, x)", 0, "left", 0.25],
    ["max(0, x) + 0.25 * min(0, x)", 0, "right", 1],
    ["x * x > 1 ? x : 0", 1, "left", 0],
    ["x * x > 1 ? x : 0", 1, "right", 1],
    ["x * x > 1 ? x : 0", -1, "left", 1],
    ["x * x > 1 ? x : 0", -1, "right", 0],
    ["x > 0 and x < 2 ? x : 0", 2, "left", 1],
    ["x > 0 and x < 2 ? x : 0", 2, "right", 0],
  ])("of %s at %d from the %s is %d", (source, x, at_kink, wanted) => {
    expect(evaluate(derivative(read(source), "x", { at_kink }), { x })).toBe(wanted);
  });
});
