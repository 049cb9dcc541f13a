import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import { maddOf, vec } from "../wasm/vector.js";
import type { LanePlan } from "./lane-plan.js";
import { narrower, type Panels, panelRuns } from "./panels.js";
import { tileHeight } from "./tile-height.js";
import { type UpdateRule, update } from "./update.js";

/**
 * `f32_gemm_weights`: g[i, c] = Σ_r a[r, i] · d[r, c], one sum per element, sequential in r; then the update
 * of w[i, c] by g[i, c] while g is in registers. `a: [rows, w.rows]`, `d: [rows, w.columns]`, row-major; `w`
 * in panels. Error of g: (rows + 1) · 2⁻²⁴ · Σ_r |a[r, i] · d[r, c]| at most, to first order. Parameters of
 * the function: a, d, w, rows.
 */
export interface GemmWeights {
  readonly w: Panels;
  readonly strideA: number;
  readonly strideD: number;
  readonly rule: UpdateRule;
  readonly lanes: LanePlan;
}

const UNROLL = 4;

export function gemmWeights(f: FunctionBuilder, spec: GemmWeights): void {
  const w = f.param(2);
  const d = f.param(1);
  const counter = f.local("i32");
  for (const { vectors, panels } of panelRuns(spec.w)) {
    const width = narrower(vectors, spec.lanes.tile);
    f.for(counter, i32.const(0), i32.const(panels), 1, () => {
      for (let v = 0; v < vectors; v += width) {
        columnTiles(f, spec, { width, panel: vectors, from: v });
        f.set(d, i32.add(d, i32.const(width * 16)));
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

/** Some columns of one panel of w: tall tiles of inputs, and one exact tile for the rest. */
function columnTiles(f: FunctionBuilder, spec: GemmWeights, columns: Columns): void {
  const tall = tileHeight(columns.width === spec.lanes.tile ? 2 : 1, spec.rule.numerics);
  const a = f.let(f.param(0));
  const w = f.let(f.param(2));
  const count = Math.floor(spec.w.rows / tall);
  const rest = spec.w.rows % tall;
  if (count > 0) {
    const end = f.let(i32.add(a, i32.const(count * tall * 4)));
    f.while(i32.ltU(a, end), () => {
      tile(f, spec, tall, columns, { a, w });
      f.set(a, i32.add(a, i32.const(tall * 4)));
      f.set(w, i32.add(w, i32.const(tall * columns.panel * 16)));
    });
    f.release(end);
  }
  if (rest > 0) tile(f, spec, rest, columns, { a, w });
  f.release(a, w);
}

function tile(
  f: FunctionBuilder,
  spec: GemmWeights,
  height: number,
  { width, panel, from }: Columns,
  at: { readonly a: Local; readonly w: Local },
): void {
  const madd = maddOf(spec.rule.numerics);
  const sums = Array.from({ length: height * width }, () => f.local("v128"));
  const rowOf = (i: number): readonly Local[] => sums.slice(i * width, (i + 1) * width);
  for (const sum of sums) f.set(sum, vec.const(0));
  const a = f.let(at.a);
  const d = f.let(f.param(1));
  const gradients = Array.from({ length: width }, () => f.local("v128"));
  const splat = f.local("v128");
  const left = f.let(f.param(3));
  const example = (): void => {
    gradients.forEach((gradient, v) => {
      f.set(gradient, vec.load(d, v * 16));
    });
    for (let i = 0; i < height; i++) {
      f.set(splat, vec.loadSplat(a, i * 4));
      rowOf(i).forEach((sum, v) => {
        f.set(sum, madd(splat, gradients[v] as Local, sum));
      });
      f.fence(d, rowOf(i));
    }
    // Few distinct offsets: V8 before 11.9 keeps the address of each in a separate register.
    f.set(a, i32.add(a, i32.const(spec.strideA)));
    f.set(d, i32.add(d, i32.const(spec.strideD)));
  };
  const turn = (examples: number): void => {
    for (let r = 0; r < examples; r++) example();
    f.set(left, i32.sub(left, i32.const(examples)));
  };
  f.while(i32.ge(left, i32.const(UNROLL)), () => turn(UNROLL));
  f.while(i32.gt(left, i32.const(0)), () => turn(1));
  f.release(a, d, ...gradients, splat, left);
  for (let i = 0; i < height; i++) update(f, spec.rule, at.w, (i * panel + from) * 16, rowOf(i));
  f.release(...sums);
}
