import type { FunctionBuilder, Local } from "../wasm/function.js";
import { f32, i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { vec } from "../wasm/vector.js";
import { type UpdateRule, update } from "./update.js";

export interface ParamGradientSpec {
  /** Pre-activations per unit. */
  readonly inputs: number;
  /** How each trained parameter is shared and updated. */
  readonly trained: readonly { readonly per: "layer" | "unit"; readonly rule: UpdateRule }[];
  /** Real units; padding holds no gradient. */
  readonly units: number;
  readonly paddedUnits: number;
  /** Stride of the gradients of activations. */
  readonly strideA: number;
  /** Stride of slopes, of the gradients of pre-activations and of the parameters' slopes. */
  readonly strideZ: number;
}

/**
 * `f32_param_gradient`: from da = ∂L/∂a, dz_j[r, u] = da[r, u] · slope_j[r, u], in place of the slopes, and
 * for each trained parameter q: g[u] = Σ_r da[r, u] · p_q[r, u], sequential in r; shared by a layer, g is
 * summed over units in order and every unit's copy gets the same update. Shapes: da: [rows, units]; slopes
 * and p: [rows, pieces · units] and [rows, trained · units]; params: [trained, units]. Error: of g[u], rows ·
 * 2⁻²⁴ · Σ_r |da · p| at most. Parameters of the function: da, slopes, p, params, rows.
 */
export function paramGradient(f: FunctionBuilder, spec: ParamGradientSpec): void {
  const [da0, s0, p0, params, rows] = [0, 1, 2, 3, 4].map((index) => f.param(index)) as [
    Local,
    Local,
    Local,
    Local,
    Local,
  ];
  const column = f.local("i32");
  const columnBytes = spec.paddedUnits * 4;
  const shared = spec.trained.map(({ per }) => (per === "layer" ? f.local("f32") : undefined));
  // A shared gradient is a scalar chain over units; it starts at 0 each step.
  const totals = spec.trained.map(() => f.local("v128"));
  for (const total of totals) f.set(total, vec.const(0));
  f.for(column, i32.const(0), i32.const(columnBytes), 16, () => {
    const da = f.let(i32.add(da0, column));
    const s = f.let(i32.add(s0, column));
    const p = f.let(i32.add(p0, column));
    const left = f.let(rows);
    const sums = spec.trained.map(() => f.local("v128"));
    for (const sum of sums) f.set(sum, vec.const(0));
    f.while(i32.gt(left, i32.const(0)), () => {
      const d = f.let(vec.load(da));
      sums.forEach((sum, q) => {
        f.set(sum, vec.add(sum, vec.mul(d, vec.load(p, q * columnBytes))));
      });
      for (let j = 0; j < spec.inputs; j++)
        f.store(s, vec.mul(d, vec.load(s, j * columnBytes)), j * columnBytes);
      f.set(da, i32.add(da, i32.const(spec.strideA)));
      f.set(s, i32.add(s, i32.const(spec.strideZ)));
      f.set(p, i32.add(p, i32.const(spec.strideZ)));
      f.set(left, i32.sub(left, i32.const(1)));
      f.release(d);
    });
    spec.trained.forEach(({ per, rule }, q) => {
      const sum = sums[q] as Local;
      if (per === "layer") f.set(totals[q] as Local, vec.add(totals[q] as Local, sum));
      else update(f, rule, i32.add(params, column), q * columnBytes, [sum]);
    });
    f.release(da, s, p, left, ...sums);
  });
  spec.trained.forEach(({ rule }, q) => {
    const total = shared[q];
    if (!total) return;
    const lanes = totals[q] as Local;
    f.set(total, f32Sum(lanes));
    const gradient = f.let(vec.splat(total));
    f.for(column, i32.const(0), i32.const(columnBytes), 16, () => {
      update(f, rule, i32.add(params, column), q * columnBytes, [gradient]);
    });
  });
}

/** ((l₀ + l₁) + (l₂ + l₃)): lanes hold sums over every fourth unit. */
function f32Sum(lanes: Local): Value {
  return f32.add(
    f32.add(vec.lane(lanes, 0), vec.lane(lanes, 1)),
    f32.add(vec.lane(lanes, 2), vec.lane(lanes, 3)),
  );
}
