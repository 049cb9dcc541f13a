import fc from "fast-check";
import { expect, test } from "vitest";
import { ActivationError } from "../src/activation/activation-error.js";
import { activationSpec } from "../src/activation/activation-spec.js";
import { defineActivation } from "../src/activation/define-activation.js";
import { loweredFormulas } from "../src/activation/lowered-formulas.js";
import { evaluate } from "../src/formula/evaluate.js";
import { BINARY, type Expr, TERNARY, UNARY } from "../src/formula/expr.js";
import { FormulaError } from "../src/formula/language/formula-error.js";
import { elementwiseKernel } from "../src/kernels/elementwise.js";

const trees = fc.letrec<{ tree: Expr }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    fc.oneof(
      fc.constantFrom<Expr>("x", "$a", 0, 1, -2, 0.5, 1e30),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
    fc.tuple(fc.constantFrom(...UNARY), tie("tree")),
    fc.tuple(fc.constantFrom(...BINARY), tie("tree"), tie("tree")),
    fc.tuple(fc.constantFrom(...TERNARY), tie("tree"), tie("tree"), tie("tree")),
  ) as fc.Arbitrary<Expr>,
})).tree;

test("any tree becomes an activation with slopes and vector code, or is refused by name", () => {
  let defined = 0;
  fc.assert(
    fc.property(trees, (tree) => {
      const params = { a: { default: 0.5, trainable: true } };
      let spec: ReturnType<typeof activationSpec>;
      try {
        spec = activationSpec(defineActivation({ name: "any", params, formula: () => tree }));
      } catch (error) {
        if (error instanceof ActivationError || error instanceof FormulaError) return;
        throw error;
      }
      defined++;
      const { value, slopes, trained } = loweredFormulas(spec);
      const outputs = [value, ...slopes, ...trained.map(({ slope }) => slope)];
      const kernel = elementwiseKernel({ outputs, inputs: ["x", "$a"], numerics: "strict" }, 16);
      const results = kernel.run(Float32Array.of(-1.5, 0, 2), Float32Array.of(0.5, 0.5, 0.5));
      expect(results).toHaveLength(3);
      for (const x of [-1.5, 0, 2])
        expect(typeof evaluate(spec.tree, { x, params: { a: 0.5 } })).toBe("number");
    }),
    { numRuns: 1500 },
  );
  expect(defined).toBeGreaterThan(40);
});
