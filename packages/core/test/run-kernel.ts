import type { FunctionBuilder } from "../src/wasm/function.js";
import { ModuleBuilder } from "../src/wasm/module.js";
import type { WasmType } from "../src/wasm/value.js";

/** Where a kernel's matrices start in its memory; below is room for totals and labels. */
export const FLOATS_AT = 1024;

export interface KernelMemory {
  readonly f32: Float32Array;
  readonly i32: Int32Array;
  readonly f64: Float64Array;
  run(...args: readonly number[]): void;
}

/** One kernel in a separate module and memory. */
export function runKernel(params: readonly WasmType[], body: (f: FunctionBuilder) => void): KernelMemory {
  const module = new ModuleBuilder();
  module.export("kernel", module.define("kernel", { params }, body));
  const memory = new WebAssembly.Memory({ initial: 2 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module.encode()), { env: { memory } });
  const run = instance.exports.kernel as (...args: readonly number[]) => void;
  return {
    f32: new Float32Array(memory.buffer),
    i32: new Int32Array(memory.buffer),
    f64: new Float64Array(memory.buffer),
    run,
  };
}
