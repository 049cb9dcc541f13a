import type { Numerics } from "../contract/spec.js";
import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { maddOf, vec } from "../wasm/vector.js";
import type { LanePlan } from "./lane-plan.js";
import { narrower, type Panels, panelRuns } from "./panels.js";
import { storePairs } from "./store-pairs.js";
import { tileHeight } from "./tile-height.js";

/**
 * `f32_gemm_rows`: out[r, c] = start[c] + Σₖ a[r, k] · w[k, c], one sum per element, sequential in k; vectors
 * run across c. `a: [rows, w.rows]` and `out: [rows, w.columns]` are row-major with their own strides, `w` is
 * in panels. With `scale`, out[r, c] is multiplied by scale[r, c] (same stride as out) before it is stored.
 * Error: (w.rows + 1) · 2⁻²⁴ · (|start[c]| + Σₖ |a[r, k] · w[k, c]|) at most, to first order. Up to 5 rows
 * past `rows` are computed and stored: buffers have room for them. Parameters of the function: a, w, start (0
 * terms when `start` is "zero"), out, scale, rows.
 */
export interface GemmRows {
  readonly w: Panels;
  readonly strideA: number;
  readonly strideOut: number;
  readonly start: "bias" | "zero";
  readonly scale: boolean;
  readonly numerics: Numerics;
  readonly lanes: LanePlan;
}

/** Rows past the last that a kernel may touch. */
export const ROW_SLACK = 6;
const UNROLL = 4;
/** Rows of the tile for the last few. */
const SHORT = 4;

export function gemmRows(f: FunctionBuilder, spec: GemmRows): void {
  const [a, w, start, out, scale, rows] = [0, 1, 2, 3, 4, 5].map((index) => f.param(index)) as [
    Local,
    Local,
    Local,
    Local,
    Local,
    Local,
  ];
  const counter = f.local("i32");
  const right = (vectors: number): void => {
    f.set(start, i32.add(start, i32.const(vectors * 16)));
    f.set(out, i32.add(out, i32.const(vectors * 16)));
    if (spec.scale) f.set(scale, i32.add(scale, i32.const(vectors * 16)));
  };
  for (const { vectors, panels } of panelRuns(spec.w)) {
    const width = narrower(vectors, spec.lanes.tile);
    f.for(counter, i32.const(0), i32.const(panels), 1, () => {
      for (let v = 0; v < vectors; v += width) {
        rowTiles(f, spec, { width, panel: vectors, from: v }, { a, w, start, out, scale, rows });
        right(width);
      }
      f.set(w, i32.add(w, i32.const(spec.w.paddedRows * vectors * 16)));
    });
  }
}

/** Vectors of a panel that a tile spans: `width` of `panel`, beginning with vector `from`. */
interface Columns {
  readonly width: 2 | 4;
  readonly panel: 2 | 4;
  readonly from: number;
}

interface Operands {
  readonly a: Local;
  readonly w: Local;
  readonly start: Local;
  readonly out: Local;
  readonly scale: Local;
  readonly rows: Local;
}

/**
 * Some columns of one panel for all rows: tall tiles while they fit, then a tail tile that may run over the
 * end.
 */
function rowTiles(f: FunctionBuilder, spec: GemmRows, columns: Columns, o: Operands): void {
  const tall = tileHeight(columns.width === spec.lanes.tile ? 2 : 1, spec.numerics);
  const a = f.let(o.a);
  const out = f.let(o.out);
  const scale = f.let(o.scale);
  const left = f.let(o.rows);
  const next = (count: number): void => {
    f.set(a, i32.add(a, i32.const(count * spec.strideA)));
    f.set(out, i32.add(out, i32.const(count * spec.strideOut)));
    if (spec.scale) f.set(scale, i32.add(scale, i32.const(count * spec.strideOut)));
    f.set(left, i32.sub(left, i32.const(count)));
  };
  const at = { ...o, a, out, scale };
  // A tail of more than four takes a tall tile, one of up to four the short tile.
  f.while(i32.gt(left, i32.const(tall > SHORT ? SHORT : 0)), () => {
    tile(f, spec, tall, columns, at);
    next(tall);
  });
  if (tall > SHORT)
    f.if(i32.gt(left, i32.const(0)), () => {
      tile(f, spec, SHORT, columns, at);
    });
  f.release(a, out, scale, left);
}

/** `height` rows by some columns, all sums in registers. */
function tile(f: FunctionBuilder, spec: GemmRows, height: number, columns: Columns, o: Operands): void {
  const madd = maddOf(spec.numerics);
  const { width, panel, from } = columns;
  const sums = Array.from({ length: height * width }, () => f.local("v128"));
  const rowOf = (r: number): readonly Local[] => sums.slice(r * width, (r + 1) * width);
  for (let r = 0; r < height; r++)
    rowOf(r).forEach((sum, v) => {
      f.set(sum, spec.start === "bias" ? vec.load(o.start, v * 16) : vec.const(0));
    });
  const a = f.let(o.a);
  const w = f.let(o.w);
  const weights = Array.from({ length: width }, () => f.local("v128"));
  const splat = f.local("v128");
  const depth = (k: number): void => {
    weights.forEach((weight, v) => {
      f.set(weight, vec.load(w, (k * panel + from + v) * 16));
    });
    for (let r = 0; r < height; r++) {
      f.set(splat, vec.loadSplat(a, r * spec.strideA));
      rowOf(r).forEach((sum, v) => {
        f.set(sum, madd(splat, weights[v] as Local, sum));
      });
      f.fence(w, rowOf(r));
    }
    // Few distinct offsets: V8 before 11.9 keeps the address of each in a separate register.
    f.set(a, i32.add(a, i32.const(4)));
  };
  const whole = Math.floor(spec.w.rows / UNROLL);
  if (whole > 0) {
    const end = f.let(i32.add(a, i32.const(whole * UNROLL * 4)));
    f.while(i32.ltU(a, end), () => {
      for (let k = 0; k < UNROLL; k++) depth(k);
      f.set(w, i32.add(w, i32.const(UNROLL * panel * 16)));
    });
    f.release(end);
  }
  for (let k = 0; k < spec.w.rows % UNROLL; k++) depth(k);
  for (let r = 0; r < height; r++) {
    const offset = r * spec.strideOut;
    const scaled = (sum: Local, v: number): Value => vec.mul(sum, vec.load(o.scale, offset + v * 16));
    storePairs(f, o.out, offset, spec.scale ? rowOf(r).map(scaled) : rowOf(r));
  }
  f.release(...sums, a, w, ...weights, splat);
}
