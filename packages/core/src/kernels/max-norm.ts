import type { Numerics } from "../contract/spec.js";
import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { maddOf, vec } from "../wasm/vector.js";
import { type Panels, panelRuns } from "./panels.js";

export interface MaxNormSpec {
  readonly w: Panels;
  /** Largest Euclidean norm of a column. */
  readonly limit: number;
  readonly numerics: Numerics;
}

/**
 * `f32_max_norm`: w[i, c] ← w[i, c] · limit / √(Σ_i w[i, c]²) in columns whose norm exceeds `limit`; others
 * keep their bits. Shapes: w: [w.rows, w.columns] in panels. The sum is sequential in i. Error: of the norm
 * below rows · 2⁻²⁴ of it. Parameters of the function: w.
 */
export function maxNorm(f: FunctionBuilder, spec: MaxNormSpec): void {
  const w = f.param(0);
  const panel = f.local("i32");
  for (const { vectors, panels } of panelRuns(spec.w))
    f.for(panel, i32.const(0), i32.const(panels), 1, () => {
      limitPanel(f, spec, w, vectors);
      f.set(w, i32.add(w, i32.const(spec.w.paddedRows * vectors * 16)));
    });
}

function limitPanel(
  f: FunctionBuilder,
  { w, limit, numerics }: MaxNormSpec,
  base: Local,
  vectors: number,
): void {
  const madd = maddOf(numerics);
  const at = f.local("i32");
  const end = f.let(i32.add(base, i32.const(w.rows * vectors * 16)));
  const sums = Array.from({ length: vectors }, () => f.let(vec.const(0)));
  const weight = f.local("v128");
  f.for(at, base, end, vectors * 16, () => {
    sums.forEach((sum, v) => {
      f.set(weight, vec.load(at, v * 16));
      f.set(sum, madd(weight, weight, sum));
    });
  });
  const bound = f.constant(`f32 ${limit}`, vec.const(limit));
  const one = f.constant("f32 1", vec.const(1));
  for (const sum of sums) f.set(sum, vec.sqrt(sum));
  const exceeds = sums.map((norm): Value => vec.gt(norm, bound)).reduce((a, b) => vec.or(a, b));
  f.if(vec.anyTrue(exceeds), () => {
    for (const norm of sums) f.set(norm, vec.select(vec.gt(norm, bound), vec.div(bound, norm), one));
    f.for(at, base, end, vectors * 16, () => {
      sums.forEach((factor, v) => {
        f.store(at, vec.mul(vec.load(at, v * 16), factor), v * 16);
      });
    });
  });
  f.release(at, end, weight, ...sums);
}
