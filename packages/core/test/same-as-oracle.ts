import v8 from "node:v8";
import fc from "fast-check";
import { expect } from "vitest";
import type { Numerics } from "../src/contract/spec.js";
import { fmaAvailable, relaxedSimdProbe } from "../src/wasm/relaxed-simd.js";
import { agreesWithOracle } from "./agrees-with-oracle.js";
import { anyNetwork } from "./any-network.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];

/** Beyond this a network's steps magnify rounding so much that they tell nothing. */
const TELLING = 1e-3;

/**
 * Expects of drawn networks that engine and oracle agree in every trained number, and that most of them tell
 * it.
 */
export function sameAsOracle(draws: { readonly seed?: number; readonly numRuns: number }): void {
  let told = 0;
  fc.assert(
    fc.property(anyNetwork(profiles), (any) => {
      const { distance, allowed, lossError } = agreesWithOracle(any);
      if (allowed > TELLING) return;
      told++;
      expect(lossError).toBeLessThan(1);
      expect(distance).toBeLessThan(allowed);
    }),
    draws,
  );
  expect(told).toBeGreaterThan(0.8 * draws.numRuns);
}
