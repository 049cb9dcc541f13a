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
  sin: (x) => (Math.abs(x) <= 8192 ? Math.sin(x) : Number.NaN),
  cos: (x) => (Math.abs(x) <= 8192 ? Math.cos(x) : Number.NaN),
  atan: Math.atan,
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
        if (
          Number.isNaN(want) &&
          Math.abs(x) > 8192 &&
          Number.isFinite(x) &&
          (name === "sin" || name === "cos")
        ) {
          // Beyond the stated range only this holds.
          expect(Math.abs(got[i] as number)).toBeLessThanOrEqual(1);
          return;
        }
        if (x === 0 && want === 0)
          expect(Object.is(got[i], want), `${name}(${Object.is(x, -0) ? "-0" : "0"}) = ${got[i]}`).toBe(true);
        const error = Math.abs((got[i] as number) - want) <= TINY ? 0 : ulpError(got[i] as number, want);
        if (error > worst.error) worst = { error, x, got: got[i] as number, want };
      });
      expect(worst.error, JSON.stringify(worst)).toBeLessThanOrEqual(ULP);
    },
  );

  it.each([0.3, 0.5, 1.5, 2.7, -0.7, -2, 4, 7, -5, 31])(
    "pow(x, %d) is within 2 ULP or 2^-126 for positive x, and whole exponents take signs",
    (exponent) => {
      const xs = floats(STRIDE, (x) => x >= 0 || Number.isInteger(exponent));
      const [got] = elementwiseKernel({ outputs: [["pow", "x", exponent]], inputs: ["x"], numerics }).run(
        xs,
      ) as [Float32Array];
      xs.forEach((x, i) => {
        // The kernel's exponent is an f32, as every constant of it.
        const want = x ** Math.fround(exponent);
        const error = Math.abs((got[i] as number) - want) <= TINY ? 0 : ulpError(got[i] as number, want);
        if (!(error <= ULP)) throw new Error(`pow(${x}, ${exponent}) = ${got[i]}, not ${want}: ${error} ULP`);
      });
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
