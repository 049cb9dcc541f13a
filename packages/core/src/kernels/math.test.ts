import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { powers, unaryFunctions } from "../../test/vector-functions.js";
import { worstError, worstErrorAtEdges } from "../../test/worst-error.js";
import type { Numerics } from "../contract/spec.js";
import type { Expr } from "../formula/expr.js";
import { fmaAvailable, relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { elementwiseKernel } from "./elementwise.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];

/** Every 2¹⁰-th float here, all of them in `pnpm test:exhaustive`. */
const STRIDE = 1 << 10;
/** Between two of these all, where the value leaves the normal numbers. */
const EDGE_STRIDE = 1 << 14;
const ULP = 2;

const functions = [...unaryFunctions, ...powers].map((one) => [one.name, one] as const);

describe("vector functions", () => {
  it.each(functions)("%s is within it at every f32 where its value leaves the normal numbers", (_, one) => {
    for (const [numerics, worst] of worstErrorAtEdges(one, profiles, EDGE_STRIDE))
      expect(worst.ulps, `${numerics} ${JSON.stringify(worst)}`).toBeLessThanOrEqual(ULP);
  });

  it.each(functions)("%s is within 2 ULP or 2^-126 of the true value on all of f32", (_, one) => {
    for (const [numerics, worst] of worstError(one, profiles, STRIDE))
      expect(worst.ulps, `${numerics} ${JSON.stringify(worst)}`).toBeLessThanOrEqual(ULP);
  });
});

describe.each(profiles)("min and max, %s profile", (numerics) => {
  it("keep a NaN of either operand", () => {
    const nan = Number.NaN;
    const trees: Expr[] = [
      ["max", "x", 0],
      ["max", 0, "x"],
      ["min", "x", "$y"],
      ["max", "x", "$y"],
    ];
    const outputs = elementwiseKernel({ outputs: trees, inputs: ["x", "$y"], numerics }).run(
      Float32Array.of(nan, 1, nan, -1),
      Float32Array.of(1, nan, nan, 2),
    );
    expect(outputs.map((lanes) => [...lanes])).toEqual([
      [nan, 1, nan, 0],
      [nan, 1, nan, 0],
      [nan, nan, nan, -1],
      [nan, nan, nan, 2],
    ]);
  });
});
