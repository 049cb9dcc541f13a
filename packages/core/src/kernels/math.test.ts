import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { floats, ulpError } from "../../test/ulp.js";
import type { Expr, UnaryOp } from "../formula/expr.js";
import * as reference from "../index.js";
import type { Numerics } from "../trial/spec.js";
import { fmaAvailable, relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { elementwiseKernel } from "./elementwise.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];

/** Every 2¹⁴-th float here; `test:exhaustive` takes all of them. */
const STRIDE = 1 << 14;
/** Two units in the last place, or what is below the smallest normal number. */
const ULP = 2;
const TINY = 2 ** -126;

const functions: Partial<Record<UnaryOp, (x: number) => number>> = {
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  tanh: Math.tanh,
  sigmoid: reference.sigmoid,
  softplus: reference.softplus,
  erf: reference.erf,
  sqrt: Math.sqrt,
  abs: Math.abs,
  floor: Math.floor,
  sign: Math.sign,
};

describe.each(profiles)("vector functions, %s profile", (numerics) => {
  it.each(Object.entries(functions))(
    "%s is within 2 ULP or 2^-126 of the true value on all of f32",
    (name, truth) => {
      const xs = floats(STRIDE);
      const [got] = elementwiseKernel({ outputs: [[name as UnaryOp, "x"]], inputs: ["x"], numerics }).run(
        xs,
      ) as [Float32Array];
      let worst = { error: 0, x: 0, got: 0, want: 0 };
      xs.forEach((x, i) => {
        const want = truth(x);
        const error = Math.abs((got[i] as number) - want) <= TINY ? 0 : ulpError(got[i] as number, want);
        if (error > worst.error) worst = { error, x, got: got[i] as number, want };
      });
      expect(worst.error, JSON.stringify(worst)).toBeLessThanOrEqual(ULP);
    },
  );

  it("min and max keep a NaN of either operand", () => {
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
