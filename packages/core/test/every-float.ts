import v8 from "node:v8";
import { expect, it } from "vitest";
import type { Numerics } from "../src/contract/spec.js";
import { fmaAvailable, relaxedSimdProbe } from "../src/wasm/relaxed-simd.js";
import type { VectorFunction } from "./vector-functions.js";
import { worstError } from "./worst-error.js";

const ULP = 2;

/** Tests functions at every float of both signs, ±0, ±∞ and a NaN, in each profile: some minutes each. */
export function testEveryFloat(functions: readonly VectorFunction[]): void {
  if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
  const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];
  // A name picks one: pnpm test:exhaustive -t sigmoid
  it.each(functions.map((one) => [one.name, one] as const))(
    "%s is within 2 ULP or 2^-126 of the true value at every f32",
    (name, one) => {
      const start = performance.now();
      const found = worstError(one, profiles, 1);
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      for (const [numerics, { ulps, x, count }] of found)
        console.log(`${name}, ${numerics}: ${ulps.toFixed(4)} ULP at ${x}; ${count} floats, ${seconds} s`);
      for (const [numerics, worst] of found)
        expect(worst.ulps, `${numerics} ${JSON.stringify(worst)}`).toBeLessThanOrEqual(ULP);
    },
  );
}
