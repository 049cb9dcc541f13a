import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluateSingle } from "../../test/single-precision.js";
import { evaluate } from "../formula/evaluate.js";
import type { Expr } from "../formula/expr.js";
import { singleError } from "./single-error.js";

const trees = fc.letrec<{ tree: Expr }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(
      fc.constantFrom<Expr>("x", "$a", 1, -2, 0.1, 1e4),
      fc.double({ min: 1e-6, max: 10, noNaN: true }),
    ),
    fc.tuple(
      fc.constantFrom("neg", "abs", "exp", "tanh", "sigmoid", "softplus", "sqrt", "log1p", "sin", "floor"),
      tie("tree"),
    ),
    fc.tuple(
      fc.constantFrom("add", "sub", "mul", "div", "min", "max", "lt", "pow"),
      tie("tree"),
      tie("tree"),
    ),
    fc.tuple(
      fc.constant("where"),
      fc.tuple(fc.constant("gt"), tie("tree"), tie("tree")),
      tie("tree"),
      tie("tree"),
    ),
  ) as fc.Arbitrary<Expr>,
})).tree;

it("no arithmetic in f32 ends farther from f64 than it says", () => {
  let bounded = 0;
  fc.assert(
    fc.property(trees, fc.constantFrom(-3.7, -0.4, 0, 0.3, 1.9, 12), (tree, at) => {
      const x = Math.fround(at);
      const { value, error } = singleError(tree, { x, $a: 0.5 });
      const exact = evaluate(tree, { x, params: { a: 0.5 } });
      expect(value).toBe(exact);
      if (!Number.isFinite(exact) || !(error < Number.POSITIVE_INFINITY)) return;
      bounded++;
      // A quarter more, since the bound adds up what is rounded itself.
      expect(Math.abs(evaluateSingle(tree, { x, $a: 0.5 }) - exact)).toBeLessThanOrEqual(1.25 * error);
    }),
    { numRuns: 1500 },
  );
  expect(bounded).toBeGreaterThan(500);
});

it.each<[Expr, number, number]>([
  ["x", 3, 0],
  [["mul", 2, "x"], 3, 2 ** -24 * 6],
  [["sub", ["add", "x", 1e6], 1e6], 1, 2 ** -24 * 1e6],
])("is about the rounding of the terms: %j", (tree, x, wanted) => {
  expect(singleError(tree, { x }).error).toBeCloseTo(wanted, 6);
});

it("is infinite where f32 overflows on the way, though the value is small", () => {
  expect(singleError(["div", ["pow", "x", 2], ["add", ["pow", "x", 2], 1]], { x: 1e20 })).toEqual({
    value: 1,
    error: Number.POSITIVE_INFINITY,
  });
});
