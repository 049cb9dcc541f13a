import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BINARY, type Expr, TERNARY, UNARY } from "../expr.js";
import { formatFormula } from "./format.js";
import { formatLatex } from "./latex.js";
import { parseFormula } from "./parse-formula.js";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const trees = fc.letrec<{ tree: Expr }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    fc.oneof(finite, fc.integer({ min: -5, max: 5 }), fc.constantFrom("x", "$alpha", "noise")),
    fc.tuple(fc.constantFrom(...UNARY), tie("tree")),
    fc.tuple(fc.constantFrom(...BINARY), tie("tree"), tie("tree")),
    fc.tuple(fc.constantFrom(...TERNARY), tie("tree"), tie("tree"), tie("tree")),
  ) as fc.Arbitrary<Expr>,
})).tree;

describe("formatFormula", () => {
  it("writes any tree as text that is read back as the same tree", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(parseFormula(formatFormula(tree), { params: ["alpha"] })).toStrictEqual(tree);
      }),
      { numRuns: 3000 },
    );
  });

  it.each<[Expr, string]>([
    [["where", ["gt", "x", 0], "x", ["mul", "$alpha", ["expm1", "x"]]], "x > 0 ? x : alpha * expm1(x)"],
    [["sub", "x", ["sub", 1, "$b"]], "x - (1 - b)"],
    [["neg", ["pow", "x", 2]], "-x^2"],
    [["pow", ["neg", "x"], 2], "(-x)^2"],
    [["max", ["max", "x1", "x2"], "x3"], "max(x1, x2, x3)"],
    [["neg", 3], "-(3)"],
  ])("brackets only where needed: %j", (tree, text) => {
    expect(formatFormula(tree)).toBe(text);
  });
});

describe("formatLatex", () => {
  it.each<[Expr, string]>([
    [
      ["where", ["gt", "x", 0], "x", ["mul", "$alpha", ["expm1", "x"]]],
      "\\begin{cases} x & \\text{if } x > 0 \\\\ \\alpha \\left(e^{x} - 1\\right) & \\text{otherwise} \\end{cases}",
    ],
    [["div", "x", ["add", 1, ["abs", "x"]]], "\\frac{x}{1 + \\lvert x \\rvert}"],
    [["mul", "x", ["mul", 2, 3]], "x \\left(2 \\cdot 3\\right)"],
    [["neg", ["add", "x", 1]], "-\\left(x + 1\\right)"],
    [["sub", "x", ["sub", "x", 1]], "x - \\left(x - 1\\right)"],
    [["pow", ["add", "x", 1], 2], "\\left(x + 1\\right)^{2}"],
    [["log10", ["ceil", ["cosh", "x"]]], "\\log_{10}(\\lceil \\cosh(x) \\rceil)"],
    [["asinh", ["round", "x"]], "\\operatorname{arsinh}(\\operatorname{round}(x))"],
    [["mul", "x1", ["sigmoid", "x2"]], "x_{1} \\sigma(x_{2})"],
    [["sqrt", ["mul", "$my_beta", 1e-7]], "\\sqrt{\\mathit{my\\_beta} \\cdot 1 \\cdot 10^{-7}}"],
  ])("%j", (tree, text) => {
    expect(formatLatex(tree)).toBe(text);
  });
});
