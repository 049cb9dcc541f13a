import type { Numerics } from "../contract/spec.js";
import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import { maddOf, vec } from "../wasm/vector.js";
import { PANEL_VECTORS, type Panels } from "./panels.js";

export interface ShiftedBiasSpec {
  /** Panels of whole cache lines, as the sparse first layer has them. */
  readonly w: Panels;
  readonly shift: number;
  readonly numerics: Numerics;
}

/**
 * `f32_shifted_bias`: out[c] = bias[c] + shift · Σ_i w[i, c], sequential in i: what inputs x + shift add to
 * the sums over the non-zero x. Shapes: w: [w.rows, w.columns] in panels; bias and out: [columns]. Error:
 * rows · 2⁻²⁴ · |shift| · Σ_i |w[i, c]| at most. Parameters of the function: w, bias, out.
 */
export function shiftedBias(f: FunctionBuilder, { w: panels, shift, numerics }: ShiftedBiasSpec): void {
  const [w, bias, out] = [0, 1, 2].map((index) => f.param(index)) as [Local, Local, Local];
  const madd = maddOf(numerics);
  const factor = f.constant(`f32 ${shift}`, vec.const(shift));
  const panel = f.local("i32");
  const at = f.local("i32");
  const line = PANEL_VECTORS * 16;
  const sums = Array.from({ length: PANEL_VECTORS }, () => f.local("v128"));
  f.for(panel, i32.const(0), i32.const(panels.whole), 1, () => {
    for (const sum of sums) f.set(sum, vec.const(0));
    f.for(at, w, i32.add(w, i32.const(panels.rows * line)), line, () => {
      sums.forEach((sum, v) => {
        f.set(sum, vec.add(sum, vec.load(at, v * 16)));
      });
    });
    sums.forEach((sum, v) => {
      f.store(out, madd(factor, sum, vec.load(bias, v * 16)), v * 16);
    });
    f.set(w, i32.add(w, i32.const(panels.paddedRows * line)));
    f.set(bias, i32.add(bias, i32.const(line)));
    f.set(out, i32.add(out, i32.const(line)));
  });
}
