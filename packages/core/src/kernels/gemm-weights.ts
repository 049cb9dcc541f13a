import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import { maddOf, vec } from "../wasm/vector.js";
import type { Panels } from "./panels.js";
import { tileHeight } from "./tile-height.js";
import { type UpdateRule, update } from "./update.js";

/**
 * `f32_gemm_weights`: g[i, c] = Σ_r a[r, i] · d[r, c], one sum per element, sequential in r; then the update of w[i,
 * c] by g[i, c] while g is in registers. `a: [rows, w.rows]`, `d: [rows, w.columns]`, row-major; `w` in panels. Error
 * of g: (rows + 1) · 2⁻²⁴ · Σ_r |a[r, i] · d[r, c]| at most, to first order. Parameters of the function: a, d, w,
 * rows.
 */
export interface GemmWeights {
  readonly w: Panels;
  readonly strideA: number;
  readonly strideD: number;
  readonly rule: UpdateRule;
}

const UNROLL = 4;

export function gemmWeights(f: FunctionBuilder, spec: GemmWeights): void {
  const w = f.param(2);
  const d = f.param(1);
  const counter = f.local("i32");
  if (spec.w.whole > 0)
    f.for(counter, i32.const(0), i32.const(spec.w.whole), 1, () => {
      columnTiles(f, spec, 2);
      f.set(d, i32.add(d, i32.const(32)));
      f.set(w, i32.add(w, i32.const(spec.w.paddedRows * 32)));
    });
  if (spec.w.lastVectors !== 0) columnTiles(f, spec, spec.w.lastVectors);
}

/** One panel of w: tall tiles of inputs, and one exact tile for the rest. */
function columnTiles(f: FunctionBuilder, spec: GemmWeights, vectors: 1 | 2 | 3): void {
  const tall = tileHeight(vectors, spec.rule.numerics);
  const a = f.let(f.param(0));
  const w = f.let(f.param(2));
  const count = Math.floor(spec.w.rows / tall);
  const rest = spec.w.rows % tall;
  if (count > 0) {
    const end = f.let(i32.add(a, i32.const(count * tall * 4)));
    f.while(i32.ltU(a, end), () => {
      tile(f, spec, tall, vectors, a, w);
      f.set(a, i32.add(a, i32.const(tall * 4)));
      f.set(w, i32.add(w, i32.const(tall * vectors * 16)));
    });
    f.release(end);
  }
  if (rest > 0) tile(f, spec, rest, vectors, a, w);
  f.release(a, w);
}

function tile(
  f: FunctionBuilder,
  spec: GemmWeights,
  height: number,
  vectors: number,
  a0: Local,
  w: Local,
): void {
  const madd = maddOf(spec.rule.numerics);
  const sums = Array.from({ length: height * vectors }, () => f.local("v128"));
  for (const sum of sums) f.set(sum, vec.const(0));
  const a = f.let(a0);
  const d = f.let(f.param(1));
  const columns = Array.from({ length: vectors }, () => f.local("v128"));
  const splat = f.local("v128");
  const left = f.let(f.param(3));
  const example = (): void => {
    columns.forEach((column, v) => {
      f.set(column, vec.load(d, v * 16));
    });
    for (let i = 0; i < height; i++) {
      f.set(splat, vec.loadSplat(a, i * 4));
      columns.forEach((column, v) => {
        const sum = sums[i * vectors + v] as Local;
        f.set(sum, madd(splat, column, sum));
      });
      f.fence(d, sums.slice(i * vectors, (i + 1) * vectors));
    }
    // Few distinct offsets: V8 before 11.9 keeps the address of each in a register of its own.
    f.set(a, i32.add(a, i32.const(spec.strideA)));
    f.set(d, i32.add(d, i32.const(spec.strideD)));
  };
  const turn = (examples: number): void => {
    for (let r = 0; r < examples; r++) example();
    f.set(left, i32.sub(left, i32.const(examples)));
  };
  f.while(i32.ge(left, i32.const(UNROLL)), () => turn(UNROLL));
  f.while(i32.gt(left, i32.const(0)), () => turn(1));
  f.release(a, d, ...columns, splat, left);
  sums.forEach((sum, index) => {
    update(f, spec.rule, w, index * 16, sum);
  });
  f.release(...sums);
}
