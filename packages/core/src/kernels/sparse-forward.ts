import type { Numerics } from "../contract/spec.js";
import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import { maddOf, vec } from "../wasm/vector.js";
import type { LanePlan } from "./lane-plan.js";
import { PANEL_VECTORS, type Panels } from "./panels.js";
import { ENTRY, type SparseLists } from "./sparse-entries.js";
import { storePairs } from "./store-pairs.js";

export interface SparseForwardSpec {
  readonly w: Panels;
  readonly strideZ: number;
  readonly lists: SparseLists;
  readonly numerics: Numerics;
  readonly lanes: LanePlan;
}

/**
 * `f32_sparse_forward`: z[r, c] = bias[c] + Σ x[r, i] · w[i, c] over the inputs that are not 0, i rising: bit
 * for bit the sum of `f32_gemm_rows`, where products with 0 change nothing. Two examples at a time, for
 * independent sums; one panel of w, a cache line a row, for all examples before the next. Shapes: w: [w.rows,
 * w.columns]; bias: [columns]; z: [rows, columns]. Error: as `f32_gemm_rows`, with the example's entries for
 * w.rows. Parameters of the function: w, bias, z, rows.
 */
export function sparseForward(f: FunctionBuilder, spec: SparseForwardSpec): void {
  const [w, bias, z, rows] = [0, 1, 2, 3].map((index) => f.param(index)) as [Local, Local, Local, Local];
  const panel = f.local("i32");
  const row = f.local("i32");
  const at = f.local("i32");
  const together = spec.lanes.tile / 2;
  const allExamples = (panels: number): void => {
    f.set(at, z);
    f.set(row, i32.const(0));
    f.while(i32.lt(i32.add(row, i32.const(1)), rows), () => {
      examples(f, spec, { count: 2, panels }, { w, bias, at, row });
      f.set(at, i32.add(at, i32.const(2 * spec.strideZ)));
      f.set(row, i32.add(row, i32.const(2)));
    });
    f.if(i32.lt(row, rows), () => examples(f, spec, { count: 1, panels }, { w, bias, at, row }));
    f.set(w, i32.add(w, i32.const(panels * spec.w.paddedRows * 64)));
    f.set(bias, i32.add(bias, i32.const(panels * 64)));
    f.set(z, i32.add(z, i32.const(panels * 64)));
  };
  f.for(panel, i32.const(0), i32.const(Math.floor(spec.w.whole / together)), 1, () => allExamples(together));
  if (spec.w.whole % together > 0) allExamples(spec.w.whole % together);
}

interface Place {
  readonly w: Local;
  readonly bias: Local;
  readonly at: Local;
  readonly row: Local;
}

/** The panels' sums of one example, or of two side by side until the shorter list ends. */
function examples(
  f: FunctionBuilder,
  spec: SparseForwardSpec,
  { count, panels }: { readonly count: 1 | 2; readonly panels: number },
  place: Place,
): void {
  const madd = maddOf(spec.numerics);
  const { lists } = spec;
  const vectors = Array.from({ length: panels * PANEL_VECTORS }, (_, index) => ({
    bias: index * 16,
    weights: Math.floor(index / PANEL_VECTORS) * spec.w.paddedRows * 64 + (index % PANEL_VECTORS) * 16,
  }));
  const each = Array.from({ length: count }, (_, e) => {
    const entry = f.let(
      i32.add(
        i32.const(lists.examples + e * lists.exampleStride),
        i32.mul(place.row, i32.const(lists.exampleStride)),
      ),
    );
    const end = f.let(i32.load(i32.shl(place.row, i32.const(2)), lists.exampleEnds + e * 4));
    const sums = vectors.map(({ bias }) => f.let(vec.load(place.bias, bias)));
    return { entry, end, sums };
  });
  const weights = f.local("i32");
  const value = f.local("v128");
  const take = ({ entry, sums }: (typeof each)[number]): void => {
    f.set(weights, i32.add(place.w, i32.load(entry)));
    f.set(value, vec.loadSplat(entry, 4));
    sums.forEach((sum, index) => {
      f.set(sum, madd(value, vec.load(weights, vectors[index]?.weights), sum));
    });
    f.fence(weights, sums);
    f.set(entry, i32.add(entry, i32.const(ENTRY)));
  };
  const [first, second] = each;
  if (first && second)
    f.while(i32.and(i32.lt(first.entry, first.end), i32.lt(second.entry, second.end)), () => {
      take(first);
      take(second);
    });
  for (const one of each) f.while(i32.lt(one.entry, one.end), () => take(one));
  each.forEach(({ sums }, e) => {
    storePairs(f, place.at, e * spec.strideZ, sums);
  });
  f.release(weights, value, ...each.flatMap(({ entry, end, sums }) => [entry, end, ...sums]));
}
