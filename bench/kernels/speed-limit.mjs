// What one core gives 128-bit code: a generated loop of independent multiply-adds, and one of copies within
// L1.
import { ModuleBuilder } from "../../packages/core/dist/wasm/module.js";
import { i32 } from "../../packages/core/dist/wasm/scalar.js";
import { maddOf, vec } from "../../packages/core/dist/wasm/vector.js";

/**
 * Independent sums: more than latency times throughput of any core (Zen 4: 4 × 2), fewer than its 16
 * registers.
 */
const SUMS = 12;
const TURNS = 20_000;
const UNROLL = 4;
const COPIED_BYTES = 8192;

/**
 * `{ flops, madd(), bytes, copy() }`: work of one call, and the call. A multiply-add of four lanes counts as
 * 8.
 */
export function speedLimit(numerics) {
  const module = new ModuleBuilder();
  const madd = maddOf(numerics);
  const compute = module.define("madd limit", { params: [] }, (f) => {
    const sums = Array.from({ length: SUMS }, (_, s) => f.let(vec.const(1 + s)));
    // Sums stay as they are, for the product is below their rounding, and normal: nothing slows the loop. In
    // the strict profile only the addition waits for the last turn, as in a sum of products.
    const tiny = f.let(vec.const(2 ** -60));
    const one = f.let(vec.const(1));
    const turn = f.local("i32");
    f.for(turn, i32.const(0), i32.const(TURNS), 1, () => {
      for (let u = 0; u < UNROLL; u++) for (const sum of sums) f.set(sum, madd(tiny, one, sum));
    });
    sums.forEach((sum, s) => {
      f.store(i32.const(0), sum, s * 16);
    });
  });
  const copy = module.define("copy limit", { params: [] }, (f) => {
    const [turn, at] = [f.local("i32"), f.local("i32")];
    f.for(turn, i32.const(0), i32.const(100), 1, () => {
      f.for(at, i32.const(0), i32.const(COPIED_BYTES), 128, () => {
        const lanes = Array.from({ length: 8 }, (_, v) => f.let(vec.load(at, v * 16)));
        lanes.forEach((lane, v) => {
          f.store(at, lane, COPIED_BYTES + v * 16);
        });
        f.release(...lanes);
      });
    });
  });
  module.export("madd", compute);
  module.export("copy", copy);
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.encode()), { env: { memory } });
  return {
    flops: SUMS * UNROLL * TURNS * 8,
    madd: exports.madd,
    // Read and written.
    bytes: 2 * COPIED_BYTES * 100,
    copy: exports.copy,
  };
}
