import type { FunctionBuilder } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import { vec } from "../wasm/vector.js";
import { type UpdateRule, update } from "./update.js";

/**
 * `f32_bias`: g[c] = Σ_r d[r, c], sequential in r, then the update of b[c]. `columns` is a multiple of 8.
 * Shapes: d: [rows, columns], b: [columns]. Error: rows · 2⁻²⁴ · Σ_r |d[r, c]| at most. Parameters of the
 * function: d, b, rows.
 */
export interface Bias {
  readonly columns: number;
  readonly strideD: number;
  readonly rule: UpdateRule;
}

export function biasUpdate(f: FunctionBuilder, spec: Bias): void {
  const [d, b, rows] = [f.param(0), f.param(1), f.param(2)];
  const end = f.let(i32.add(b, i32.const(spec.columns * 4)));
  const at = f.local("i32");
  const row = f.local("i32");
  const last = f.let(i32.mul(rows, i32.const(spec.strideD)));
  const sums = [f.local("v128"), f.local("v128")];
  f.while(i32.ltU(b, end), () => {
    for (const sum of sums) f.set(sum, vec.const(0));
    f.for(at, i32.const(0), last, spec.strideD, () => {
      f.set(row, i32.add(d, at));
      sums.forEach((sum, v) => {
        f.set(sum, vec.add(sum, vec.load(row, v * 16)));
      });
    });
    update(f, spec.rule, b, 0, sums);
    f.set(b, i32.add(b, i32.const(32)));
    f.set(d, i32.add(d, i32.const(32)));
  });
}
