import { setFlagsFromString } from "node:v8";
import { fmaAvailable, relaxedSimdProbe } from "@actbench/core/internal";

// A global of every Node that neither ES2023 nor Node's own types declare.
declare const WebAssembly: { validate(bytes: Uint8Array): boolean };

/**
 * Switches relaxed SIMD on where the engine hides it behind a flag (Node 20), for the whole process, and says
 * whether the `fma` profile can run here: relaxed `madd` is there and the hardware fuses.
 */
export function enableRelaxedSimd(): boolean {
  // The order matters: where the engine knows relaxed SIMD already, the flag is gone and setting it
  // complains.
  if (!WebAssembly.validate(relaxedSimdProbe)) {
    setFlagsFromString("--experimental-wasm-relaxed-simd");
    // The kernels' fences cost that engine a fifth of its speed where they lie in the way.
    setFlagsFromString("--experimental-wasm-branch-hinting");
  }
  return fmaAvailable();
}
