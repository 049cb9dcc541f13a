import type { Expr } from "../formula/expr.js";
import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import { vec } from "../wasm/vector.js";
import { type ActivateSpec, readVariables } from "./activate.js";
import { laneWriter } from "./lanes.js";
import { Lowering } from "./lower.js";

/** What is kept per unit while a probe runs: four rows of 32-bit lanes, in this order. */
export const UNIT_STATS = ["alive", "positive", "max_slope", "zeros"] as const;

/**
 * `f32_measure_units`: a[r, u] = f(z[r, u]), as `f32_activate`, and per unit over all examples so far:
 * alive |= the slope is not identically zero at z (`live`, one tree per pre-activation), positive |= z > 0,
 * max_slope = max |f′(z)|, zeros += (f(z) = 0). Columns are the outer loop, so that a unit's statistics stay
 * in registers. Parameters of the function: z, a, stats, params, rows.
 */
export function measureUnits(f: FunctionBuilder, spec: ActivateSpec, live: readonly Expr[]): void {
  const [z0, a0, stats, params, rows] = [0, 1, 2, 3, 4].map((index) => f.param(index)) as [
    Local,
    Local,
    Local,
    Local,
    Local,
  ];
  const column = f.local("i32");
  const vectors = spec.units / 4;
  const pair = Math.floor(vectors / 2);
  const body = (width: number): void => {
    const z = f.let(i32.add(z0, column));
    const a = f.let(i32.add(a0, column));
    const at = f.let(i32.add(stats, column));
    const paramsAt = f.let(i32.add(params, column));
    const left = f.let(rows);
    const kept = UNIT_STATS.map((_, row) =>
      Array.from({ length: width }, (_, u) => f.let(vec.load(at, row * spec.units * 4 + u * 16))),
    ) as [Local[], Local[], Local[], Local[]];
    const [alive, positive, maxSlope, zeros] = kept;
    f.while(i32.gt(left, i32.const(0)), () => {
      const w = laneWriter(f, spec.numerics, width);
      const variables = readVariables(w, spec, { z, params: paramsAt, offset: 0 });
      const lowering = new Lowering(w, variables);
      const value = lowering.value(spec.formulas.value);
      const slopes = spec.formulas.slopes.map((tree) => lowering.value(tree));
      const masks = live.map((tree) => lowering.mask(tree));
      const zero = w.constant(0);
      for (let u = 0; u < width; u++) {
        const lane = <T>(lanes: readonly T[]): T => lanes[u] as T;
        for (const mask of masks) f.set(lane(alive), vec.or(lane(alive), lane(mask)));
        for (const x of [...variables].filter(([name]) => name.startsWith("x")))
          f.set(lane(positive), vec.or(lane(positive), vec.gt(lane(x[1]), lane(zero))));
        for (const slope of slopes) f.set(lane(maxSlope), vec.pmax(vec.abs(lane(slope)), lane(maxSlope)));
        f.set(lane(zeros), vec.subI32(lane(zeros), vec.eq(lane(value), lane(zero))));
        f.store(a, lane(value), u * 16);
      }
      f.set(z, i32.add(z, i32.const(spec.strideZ)));
      f.set(a, i32.add(a, i32.const(spec.strideA)));
      f.set(left, i32.sub(left, i32.const(1)));
    });
    kept.forEach((locals, row) => {
      locals.forEach((local, u) => {
        f.store(at, local, row * spec.units * 4 + u * 16);
      });
    });
  };
  if (pair > 0) f.for(column, i32.const(0), i32.const(pair * 32), 32, () => body(2));
  if (vectors % 2 === 1) {
    f.set(column, i32.const(pair * 32));
    body(1);
  }
}
