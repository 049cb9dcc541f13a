import fc from "fast-check";
import { expect, test } from "vitest";
import { derivative } from "./derivative/derivative.js";
import { evaluate } from "./evaluate.js";
import type { Expr } from "./expr.js";
import { stable } from "./simplify/stable.js";
import { zeroSlope } from "./zero-slope.js";

/** Functions whose slopes f64 does not round to 0 here. */
const trees = fc.letrec<{ tree: Expr }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<Expr>("x", "x", "x", 0, 1, -1, 0.5, 2),
    fc.tuple(fc.constantFrom("neg", "abs", "sqrt", "atan", "asinh"), tie("tree")),
    fc.tuple(
      fc.constantFrom("add", "sub", "mul", "max", "min", "max", "min", "div"),
      tie("tree"),
      tie("tree"),
    ),
    fc.tuple(fc.constant("pow"), tie("tree"), fc.integer({ min: 1, max: 3 })),
    fc.tuple(
      fc.constant("where"),
      fc.tuple(fc.constantFrom("gt", "le"), tie("tree"), fc.constantFrom<Expr>(0, 0.5, -1)),
      tie("tree"),
      tie("tree"),
    ),
  ) as unknown as fc.Arbitrary<Expr>,
})).tree;

const STEP = 1 / 64;
const SAMPLES = Array.from({ length: 1 + 16 / STEP }, (_, i) => i * STEP - 8 + 1 / 1024);
/** What cancelling sums leave of a slope that is 0. */
const ROUNDING = 1e-9;

test("what is proven of a slope agrees with its values", () => {
  let [proven, flat] = [0, 0];
  fc.assert(
    fc.property(trees, (tree) => {
      const slope = stable(derivative(stable(tree), "x"), "slope");
      const found = zeroSlope(slope);
      if (!found.proven) return;
      proven++;
      flat += found.intervals.length;
      const isFlat = (x: number): boolean => found.intervals.some(({ from, to }) => x >= from && x <= to);
      const steep = SAMPLES.filter((x) => isFlat(x) && Math.abs(evaluate(slope, { x })) > ROUNDING);
      expect(steep).toEqual([]);
      // Zero at three places side by side is no single point.
      const zero = SAMPLES.map((x) => evaluate(slope, { x }) === 0 && !isFlat(x));
      expect(SAMPLES.filter((_, i) => zero[i - 1] && zero[i] && zero[i + 1])).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(proven).toBeGreaterThan(300);
  expect(flat).toBeGreaterThan(60);
});
