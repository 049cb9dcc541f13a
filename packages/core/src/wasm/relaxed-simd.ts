import { ModuleBuilder } from "./module.js";
import { maddOf, vec } from "./vector.js";

/** `f(p)`: memory[p] = madd(memory[p], memory[p + 16], memory[p + 32]) by relaxed SIMD. */
function probeModule(): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder();
  const f = module.define("probe", { params: ["i32"] }, (f) => {
    const p = f.param(0);
    f.store(p, maddOf("fma")(vec.load(p), vec.load(p, 16), vec.load(p, 32)));
  });
  module.export("probe", f);
  return module.encode();
}

/** A module that validates where the engine knows relaxed SIMD. */
export const relaxedSimdProbe: Uint8Array<ArrayBuffer> = probeModule();

/** A machine that fuses does not stop to: every trial asks. */
let knownToFuse = false;

/**
 * Whether relaxed `madd` is there and rounds once: the two-rounding result of (1 + 2⁻¹²)² − (1 + 2⁻¹¹) is 0,
 * the fused one 2⁻²⁴. Relaxed SIMD may do either; only fused hardware may run the fma profile.
 */
export function fmaAvailable(): boolean {
  knownToFuse ||= fuses();
  return knownToFuse;
}

function fuses(): boolean {
  if (!WebAssembly.validate(relaxedSimdProbe)) return false;
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(relaxedSimdProbe), { env: { memory } });
  const lanes = new Float32Array(memory.buffer, 0, 12);
  const a = 1 + 1 / 4096;
  lanes.fill(a, 0, 8).fill(-(1 + 1 / 2048), 8, 12);
  (instance.exports.probe as (p: number) => void)(0);
  return lanes.subarray(0, 4).every((lane) => lane === 1 / 16777216);
}
