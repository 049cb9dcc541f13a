import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import { vec } from "../wasm/vector.js";

export interface ShiftedGradientSpec {
  /** A multiple of 4. */
  readonly columns: number;
  readonly strideD: number;
  readonly shift: number;
}

/**
 * `f32_shifted_gradient`: out[c] = shift · Σ_r d[r, c], sequential in r: what inputs x + shift add to every
 * input's gradient over the non-zero x. Shapes: d: [rows, columns], out: [columns]. Error: (rows + 1) · 2⁻²⁴
 * · |shift| · Σ_r |d[r, c]| at most. Parameters of the function: d, out, rows.
 */
export function shiftedGradient(f: FunctionBuilder, spec: ShiftedGradientSpec): void {
  const [d, out, rows] = [0, 1, 2].map((index) => f.param(index)) as [Local, Local, Local];
  const end = f.let(i32.add(out, i32.const(spec.columns * 4)));
  const last = f.let(i32.mul(rows, i32.const(spec.strideD)));
  const at = f.local("i32");
  const sum = f.local("v128");
  f.while(i32.ltU(out, end), () => {
    f.set(sum, vec.const(0));
    f.for(at, i32.const(0), last, spec.strideD, () => {
      f.set(sum, vec.add(sum, vec.load(i32.add(d, at))));
    });
    f.store(out, vec.mul(sum, f.constant(`f32 ${spec.shift}`, vec.const(spec.shift))));
    f.set(out, i32.add(out, i32.const(16)));
    f.set(d, i32.add(d, i32.const(16)));
  });
}
