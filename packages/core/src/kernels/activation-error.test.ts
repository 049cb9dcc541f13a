import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { catalogSample, FEW } from "../../test/catalog-sample.js";
import { floats, ulpError } from "../../test/ulp.js";
import { activationSpec } from "../activation/activation-spec.js";
import { standardActivations } from "../activation/catalog/catalog.js";
import { exactFormulas, loweredFormulas } from "../activation/lowered-formulas.js";
import { singleError } from "../audit/single-error.js";
import type { Numerics } from "../contract/spec.js";
import { evaluate } from "../formula/evaluate.js";
import type { Expr } from "../formula/expr.js";
import { isOperation } from "../formula/tree.js";
import { fmaAvailable, relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { elementwiseKernel } from "./elementwise.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];

/**
 * The stated error of an activation's kernel, value and slopes: this many units in the last place, or this
 * much absolutely where a formula adds terms that cancel (gelu left of −2, silu's slope around its minimum).
 */
const STATED_ULP = 8;
const STATED_ABSOLUTE = 2 ** -22;
/**
 * Beside the standard ones are formulas that lose more, however they are written: sines of large arguments,
 * slopes that are differences. Theirs may be this many times what rounding operation by operation adds up to.
 */
const EXPLAINED = 4;

/** Activations of one input without noise, which is drawn and not computed. */
const deterministic = catalogSample(FEW).filter(
  ({ inputs, tree }) => inputs === 1 && !JSON.stringify(tree).includes("noise"),
);
/** Sines and tangents are right up to here, and bounded beyond. */
const PERIODIC_UP_TO = 8192;

/** What a tree takes the sine, cosine or tangent of. */
function argumentsOfSines(tree: Expr): readonly Expr[] {
  if (!isOperation(tree)) return [];
  const [op, ...operands] = tree;
  const inner = operands.flatMap((operand) => argumentsOfSines(operand as Expr));
  return op === "sin" || op === "cos" || op === "tan" ? [...inner, operands[0] as Expr] : inner;
}

describe.each(profiles)("activation kernels, %s profile", (numerics) => {
  it.each(deterministic.map((activation) => [activation.name, activation] as const))(
    "%s: value and slopes are within the stated error of f64 on |x| ≤ 1e30, and NaN stays NaN",
    (_, activation) => {
      const spec = activationSpec(activation);
      const lowered = loweredFormulas(spec);
      const exact = exactFormulas(spec);
      const trained = spec.params.filter(({ trainable }) => trainable);
      const inputs = ["x", ...trained.map(({ name }) => `$${name}`)];
      const trees = (from: typeof exact) => [
        from.value,
        ...from.slopes,
        ...from.trained.map(({ slope }) => slope),
      ];
      const parameters = Object.fromEntries(spec.params.map(({ name, value }) => [name, value]));
      const turned = argumentsOfSines(activation.tree);
      const edges = [0, -0, 1e-8, -1e-8, 20, -20, 88, -88, 89, -89, 1e3, -1e3, 1e30, -1e30];
      const xs = Float32Array.from([...edges, ...floats(1 << 16, (x) => Math.abs(x) <= 1e30)]).filter((x) =>
        turned.every((tree) => Math.abs(evaluate(tree, { x, params: parameters })) <= PERIODIC_UP_TO),
      );
      const kernel = elementwiseKernel({ outputs: trees(lowered), inputs, numerics });
      const params = Object.fromEntries(trained.map(({ name, value }) => [name, value]));
      const outputs = kernel.run(xs, ...trained.map(({ value }) => new Float32Array(xs.length).fill(value)));
      const isStandard = standardActivations.includes(activation);
      const kernelParams = Object.fromEntries(trained.map(({ name, value }) => [`$${name}`, value]));
      trees(exact).forEach((tree, output) => {
        const worst = { error: 0, x: 0, got: 0, want: 0 };
        xs.forEach((x, i) => {
          const want = evaluate(tree, { x, params });
          const got = outputs[output]?.[i] as number;
          if (!Number.isFinite(Math.fround(want)) || Math.abs(got - want) <= STATED_ABSOLUTE) return;
          const error = ulpError(got, want);
          if (error <= worst.error) return;
          if (!isStandard && !(error <= STATED_ULP)) {
            const single = singleError(trees(lowered)[output] ?? 0, { x, ...kernelParams }).error;
            if (single === Number.POSITIVE_INFINITY || Math.abs(got - want) <= EXPLAINED * single) return;
          }
          if (!(error <= worst.error)) Object.assign(worst, { error, x, got, want });
        });
        expect(worst.error, `output ${output}: ${JSON.stringify(worst)}`).toBeLessThanOrEqual(STATED_ULP);
      });
      const [value] = kernel.run(Float32Array.of(Number.NaN), ...trained.map(() => Float32Array.of(0.25)));
      expect(value?.[0]).toBeNaN();
    },
  );
});
