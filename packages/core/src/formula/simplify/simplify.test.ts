import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../evaluate.js";
import type { Expr } from "../expr.js";
import { formatFormula } from "../language/format.js";
import { parseFormula } from "../language/parse-formula.js";
import { simplify } from "./simplify.js";
import { stable } from "./stable.js";

const read = (source: string): Expr => parseFormula(source, { params: ["a", "b"] });
const canonical = (source: string): string => formatFormula(simplify(read(source)));

describe("simplify", () => {
  it.each([
    ["x * 1 + 0", "x"],
    ["2 * (3 * x)", "6 * x"],
    ["x / 4", "0.25 * x"],
    ["-(-x)", "x"],
    ["-(x - 3)", "3 - x"],
    ["x - -1", "x + 1"],
    ["x * x * x", "x^3"],
    ["x^2 * x", "x^3"],
    ["2 * x + 3 * x", "5 * x"],
    ["x + a - x", "a"],
    ["0 < x ? x : 0", "x > 0 ? x : 0"],
    ["1 > 2 ? x : -x", "-x"],
    ["not x > 0 ? 0 : x", "x > 0 ? x : 0"],
    ["x > 0 ? a : a", "a"],
    ["x > 0 ? max(x, 0) : a", "x > 0 ? x : a"],
    ["x > 0 ? (x > 0 ? x : 1) : a", "x > 0 ? x : a"],
    ["max(0, x, 1)", "max(x, 1)"],
    ["min(max(0, x), 6)", "min(max(x, 0), 6)"],
    ["x^0.5", "sqrt(x)"],
    ["x^-1", "1 / x"],
    ["e^x", "exp(x)"],
    ["sqrt(x^2)", "abs(x)"],
    ["tanh(-2 * x)", "-tanh(2 * x)"],
    ["abs(-x)", "abs(x)"],
    ["cos(-x)", "cos(x)"],
    ["exp(0)", "1"],
    ["x * sign(x)", "abs(x)"],
  ])("%s is %s", (source, wanted) => {
    expect(canonical(source)).toBe(wanted);
  });

  it.each([
    ["alpha on the right", "a * expm1(x)", "expm1(x) * a"],
    ["sums in another order", "1 + x + a", "a + (x + 1)"],
    ["a mirrored comparison", "x > a ? x : 0", "a < x ? x : 0"],
    ["max in another order", "max(0, x)", "max(x, 0)"],
    ["products in another order", "a * x * exp(-x^2)", "exp(-(x * x)) * (x * a)"],
  ])("gives one tree for %s", (_, one, other) => {
    expect(simplify(read(one))).toEqual(simplify(read(other)));
  });

  it("keeps 0 · x where x may be NaN or infinite, and drops it in a slope", () => {
    expect(simplify(read("0 * exp(x)"))).not.toBe(0);
    expect(simplify(read("0 * exp(x)"), "slope")).toBe(0);
    expect(simplify(read("0 * a"))).toBe(0);
  });

  it("does not fold what is not a finite number", () => {
    expect(simplify(["div", 1, 0])).toEqual(["div", 1, 0]);
    expect(simplify(["log", 0])).toEqual(["log", 0]);
  });

  const leaf = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom<Expr>("x", "$a", 0.5, -1.5),
  ) as fc.Arbitrary<Expr>;
  const trees = fc.letrec<{ tree: Expr }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.tuple(fc.constantFrom("neg", "tanh", "sigmoid", "abs", "softplus", "erf", "sin"), tie("tree")),
      fc.tuple(fc.constantFrom("add", "sub", "mul", "min", "max"), tie("tree"), tie("tree")),
      fc.tuple(fc.constant("pow"), tie("tree"), fc.integer({ min: 0, max: 3 })),
      fc.tuple(
        fc.constant("where"),
        fc.tuple(fc.constantFrom("gt", "le"), leaf, leaf),
        tie("tree"),
        tie("tree"),
      ),
    ) as unknown as fc.Arbitrary<Expr>,
  })).tree;
  const bindings = { x: 0.731, params: { a: -0.417 } };

  it("keeps the value of any tree", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const before = evaluate(tree, bindings);
        if (Math.abs(before) > 1e6) return;
        // Sums are reordered, and a power of a sum magnifies what that rounds off.
        expect(Math.abs(evaluate(simplify(tree), bindings) - before)).toBeLessThan(1e-7);
        expect(Math.abs(evaluate(stable(tree), bindings) - before)).toBeLessThan(1e-7);
      }),
      { numRuns: 1500 },
    );
  });

  it("leaves its own results as they are", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const once = stable(tree);
        expect(stable(once)).toEqual(once);
      }),
      { numRuns: 800 },
    );
  });
});

describe("stable", () => {
  it.each([
    ["log(1 + exp(x))", "softplus(x)"],
    ["log1p(exp(x))", "softplus(x)"],
    ["log(1 + exp(a * x)) / a", "softplus(a * x) / a"],
    ["log(1 + x)", "log1p(x)"],
    ["exp(x) - 1", "expm1(x)"],
    ["1 - exp(-x)", "-expm1(-x)"],
    ["x > 0 ? x : a * (exp(x) - 1)", "x > 0 ? x : a * expm1(x)"],
    ["x > 0 ? x : a * exp(x) - a", "x > 0 ? x : a * expm1(x)"],
    ["1 / (1 + exp(-x))", "sigmoid(x)"],
    ["x / (1 + exp(-x))", "x * sigmoid(x)"],
    ["x * exp(x) / (exp(x) + 1)", "x * sigmoid(x)"],
    ["exp(-x) / (1 + exp(-x))^2", "sigmoid(x) * sigmoid(-x)"],
    ["(exp(x) - exp(-x)) / (exp(x) + exp(-x))", "tanh(x)"],
    ["(exp(2 * x) - 1) / (exp(2 * x) + 1)", "tanh(x)"],
    ["(1 - exp(-2 * x)) / (1 + exp(-2 * x))", "tanh(x)"],
    ["2 / (1 + exp(-2 * x)) - 1", "tanh(x)"],
    ["1 - sigmoid(x)", "sigmoid(-x)"],
    ["1 - tanh(x)^2", "4 * sigmoid(-2 * x) * sigmoid(2 * x)"],
    ["0.5 * (1 + tanh(x / 2))", "sigmoid(x)"],
    ["log(1 / (1 + exp(-x)))", "-softplus(-x)"],
    ["log(exp(x))", "x"],
    ["x - log(1 + exp(x))", "-softplus(-x)"],
    ["x * tanh(log(1 + exp(x)))", "x * tanh(softplus(x))"],
    ["exp(x) * exp(-x^2)", "exp(x - x^2)"],
    ["2 / (exp(x) + exp(-x))", "2 * exp(-abs(x)) * sigmoid(2 * abs(x))"],
    ["x * (1 + exp(-a * x))^(-a)", "x * exp(-(a * softplus(-(a * x))))"],
    ["log((1 + exp(a * x)) / (1 + exp(a * (x - 1)))) / a", "(softplus(a * x) - softplus(a * (x - 1))) / a"],
    ["log(x + sqrt(x^2 + 1))", "asinh(x)"],
    ["log(sqrt(1 + x * x) - x)", "-asinh(x)"],
    ["log(a * x + sqrt((a * x)^2 + 1))", "asinh(a * x)"],
    ["log(2 * x + sqrt(4 * x^2 + 1))", "asinh(2 * x)"],
    ["log(x + 2 + sqrt((x + 2)^2 - 1))", "acosh(x + 2)"],
    ["log((1 + x) / (1 - x)) / 2", "atanh(x)"],
    ["log(1 + tanh(exp(x)))", "log1p(tanh(exp(x)))"],
    ["log(1 + tanh(x))", "0.6931471805599453 - softplus(-2 * x)"],
    ["log(1 - tanh(x))", "0.6931471805599453 - softplus(2 * x)"],
    ["log(cosh(x))", "x + softplus(-2 * x) - 0.6931471805599453"],
    ["log(0.5 * exp(x) + 0.5)", "softplus(x) - 0.6931471805599453"],
    ["log(sigmoid(x) * exp(x) / (1 + exp(a * x))^3)", "x - softplus(-x) - 3 * softplus(a * x)"],
    ["log2(1 + exp(x))", "1.4426950408889634 * softplus(x)"],
    ["exp(x) / (exp(x) + 1)", "sigmoid(x)"],
    ["3 * exp(x) / (2 * exp(x) + 2)", "1.5 * sigmoid(x)"],
    ["sinh(x) / cosh(x)", "tanh(x)"],
    ["a * sinh(x) / cosh(x)^2", "a * tanh(x) / cosh(x)"],
    ["cosh(x) / (1 + sinh(x)^2)", "1 / cosh(x)"],
    ["1 - erf(x)", "erfc(x)"],
    ["1 + erf(x)", "erf(x) + 1"],
    ["1 - 2 * sigmoid(x)", "-tanh(0.5 * x)"],
    ["(a + x * exp(-x)) / (x + exp(-x))", "a / (x + exp(-x)) + x / (x * exp(x) + 1)"],
  ])("%s becomes %s", (source, wanted) => {
    const tree = stable(read(source));
    expect(formatFormula(tree)).toBe(wanted);
    for (const x of [-6.3, -1.7, -0.4, -1e-3, 0.2, 0.9, 2.6, 7.1]) {
      const [before, after] = [read(source), tree].map((one) => evaluate(one, { x, params: { a: 1.3 } }));
      if (Number.isFinite(before)) expect(after).toBeCloseTo(before ?? Number.NaN, 9);
    }
  });
});
