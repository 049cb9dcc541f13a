import v8 from "node:v8";
import { afterEach, expect, it } from "vitest";
import type { Numerics } from "../contract/spec.js";
import { NARROW_LANES, setLanePlan, WIDE_LANES } from "../kernels/lane-plan.js";
import { fmaAvailable, relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { kernelDigest, kernelsAreRight } from "./kernel-check.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];

afterEach(() => setLanePlan(NARROW_LANES));

it.each(profiles)("%s: the known checksum is that of every lane plan", (numerics) => {
  for (const plan of [NARROW_LANES, WIDE_LANES]) {
    setLanePlan(plan);
    expect(kernelDigest(numerics)).toMatch(/^[0-9a-f]{32}$/);
    expect(kernelsAreRight(numerics), `${plan.tile} vectors: ${kernelDigest(numerics)}`).toBe(true);
  }
});

it.each(profiles)("%s: a kernel that is wrong in the last bit is found", (numerics) => {
  const other = numerics === "fma" ? "strict" : "fma";
  // The two profiles differ in the rounding of single products, as a miscompiled kernel would.
  if (profiles.includes(other)) expect(kernelDigest(numerics)).not.toBe(kernelDigest(other));
});
