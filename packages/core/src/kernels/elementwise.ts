import type { Numerics } from "../contract/spec.js";
import type { Expr } from "../formula/expr.js";
import type { Local } from "../wasm/function.js";
import { ModuleBuilder } from "../wasm/module.js";
import { i32 } from "../wasm/scalar.js";
import { vec } from "../wasm/vector.js";
import { laneWriter } from "./lanes.js";
import { Lowering } from "./lower.js";

export interface ElementwiseSpec {
  /** Trees over `inputs`, each lowered together with the others, so that they share what they share. */
  readonly outputs: readonly Expr[];
  /** Names of variables, for example `["x"]` or `["x", "$alpha"]`. */
  readonly inputs: readonly string[];
  readonly numerics: Numerics;
  /** Vectors side by side; 4 as in the network's kernels. */
  readonly width?: number;
}

/** A compiled elementwise kernel over its own memory. */
export interface ElementwiseKernel {
  /** One f32 array per output, as long as the inputs, which must have one length. */
  run(...inputs: readonly Float32Array[]): Float32Array[];
  /**
   * For timing: input j at `input[j]`, output j at `output[j]`, of `capacity` floats; `call` does all of
   * them.
   */
  readonly capacity: number;
  readonly input: readonly Float32Array[];
  readonly output: readonly Float32Array[];
  call(): void;
}

const BLOCK = 4096;

/** Compiles formulas to the vector code that networks run, for audits, tests and benchmarks. */
export function elementwiseKernel(spec: ElementwiseSpec, capacity = BLOCK): ElementwiseKernel {
  const width = spec.width ?? 4;
  const floats = Math.ceil(capacity / (width * 4)) * width * 4;
  const bytes = floats * 4;
  const arrays = spec.inputs.length + spec.outputs.length;
  const module = new ModuleBuilder();
  const index = module.define("elementwise", { params: ["i32", "i32"] }, (f) => {
    const [at, end] = [f.param(0), f.param(1)] as [Local, Local];
    f.while(i32.lt(at, end), () => {
      const w = laneWriter(f, spec.numerics, width);
      const variables = new Map(
        spec.inputs.map((name, j) => [
          name,
          Array.from({ length: width }, (_, u) => f.let(vec.load(at, j * bytes + u * 16))),
        ]),
      );
      const lowering = new Lowering(w, variables);
      const outputs = spec.outputs.map((tree) => lowering.value(tree));
      outputs.forEach((lanes, j) => {
        lanes.forEach((lane, u) => {
          f.store(at, lane, (spec.inputs.length + j) * bytes + u * 16);
        });
      });
      f.set(at, i32.add(at, i32.const(width * 16)));
    });
  });
  module.export("elementwise", index);
  const memory = new WebAssembly.Memory({ initial: Math.ceil((arrays * bytes) / 65536) + 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module.encode()), { env: { memory } });
  const kernel = instance.exports.elementwise as (at: number, end: number) => void;
  const slot = (j: number): Float32Array => new Float32Array(memory.buffer, j * bytes, floats);
  const input = spec.inputs.map((_, j) => slot(j));
  const output = spec.outputs.map((_, j) => slot(spec.inputs.length + j));
  const call = (): void => kernel(0, bytes);
  return {
    capacity: floats,
    input,
    output,
    call,
    run: (...inputs) => {
      const length = inputs[0]?.length ?? 0;
      const results = output.map(() => new Float32Array(length));
      for (let from = 0; from < length; from += floats) {
        const count = Math.min(floats, length - from);
        input.forEach((slot, j) => {
          slot.set((inputs[j] ?? new Float32Array(0)).subarray(from, from + count));
        });
        call();
        results.forEach((result, j) => {
          result.set((output[j] as Float32Array).subarray(0, count), from);
        });
      }
      return results;
    },
  };
}
