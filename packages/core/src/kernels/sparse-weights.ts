import { optimizerOf } from "../optimizer/optimizers.js";
import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import { maddOf, vec } from "../wasm/vector.js";
import type { LanePlan } from "./lane-plan.js";
import type { Panels } from "./panels.js";
import { ENTRY, type SparseLists } from "./sparse-entries.js";
import { type UpdateRule, update } from "./update.js";

export interface SparseWeightsSpec {
  readonly w: Panels;
  readonly lists: SparseLists;
  readonly rule: UpdateRule;
  readonly lanes: LanePlan;
  /**
   * Where every input's sums start instead of at 0: one padded row. Absent: inputs without entries have no
   * gradient.
   */
  readonly start?: number;
}

/** Plain gradient descent leaves a weight without gradient as it is; every other rule moves it. */
const touchesAll = ({ optimizer, weight_decay, deferTo }: UpdateRule): boolean =>
  optimizerOf(optimizer).states > 0 || weight_decay > 0 || deferTo !== undefined;

/**
 * `f32_sparse_weights`: g[i, c] = Σ x[r, i] · d[r, c] over the examples whose input i is not 0, r rising: bit
 * for bit the sum of `f32_gemm_weights`; then the update of w[i, c] while g is in registers. As many panels
 * at a time as a tile has vectors, for independent sums. Sums begin with `start` where it is given. Shapes:
 * d: [rows, columns]; w: [w.rows, w.columns]. Error: as `f32_gemm_weights`, with the input's entries for
 * rows. Parameters of the function: d, w.
 */
export function sparseWeights(f: FunctionBuilder, spec: SparseWeightsSpec): void {
  const [d, w] = [f.param(0), f.param(1)];
  const panel = f.local("i32");
  const start = spec.start === undefined ? undefined : f.let(i32.const(spec.start));
  const together = spec.lanes.tile;
  const groups = Math.floor(spec.w.whole / together);
  const rest = spec.w.whole % together;
  const next = (panels: number): void => {
    if (start) f.set(start, i32.add(start, i32.const(panels * 64)));
    f.set(d, i32.add(d, i32.const(panels * 64)));
    f.set(w, i32.add(w, i32.const(panels * spec.w.paddedRows * 64)));
  };
  if (groups > 0)
    f.for(panel, i32.const(0), i32.const(groups), 1, () => {
      allInputs(f, spec, together, start);
      next(together);
    });
  if (rest > 0) allInputs(f, spec, rest, start);
}

function allInputs(f: FunctionBuilder, spec: SparseWeightsSpec, panels: number, start?: Local): void {
  const { lists, rule } = spec;
  const madd = maddOf(rule.numerics);
  const d = f.param(0);
  const w = f.let(f.param(1));
  const ends = f.let(i32.const(lists.inputEnds));
  const list = f.let(i32.const(lists.byInput));
  const [entry, end, example] = [f.local("i32"), f.local("i32"), f.local("i32")] as [Local, Local, Local];
  const value = f.local("v128");
  const sums = Array.from({ length: panels * 4 }, () => f.local("v128"));
  const inputDone = (): void => {
    for (let panel = 0; panel < panels; panel++)
      update(f, rule, w, panel * spec.w.paddedRows * 64, sums.slice(panel * 4, panel * 4 + 4));
  };
  f.while(i32.lt(ends, i32.const(lists.inputEnds + spec.w.rows * 4)), () => {
    f.set(entry, list);
    f.set(end, i32.load(ends));
    const gather = (): void => {
      sums.forEach((sum, index) => {
        f.set(sum, start ? vec.load(start, index * 16) : vec.const(0));
      });
      f.while(i32.lt(entry, end), () => {
        f.set(example, i32.add(d, i32.load(entry)));
        f.set(value, vec.loadSplat(entry, 4));
        sums.forEach((sum, index) => {
          f.set(sum, madd(value, vec.load(example, index * 16), sum));
          if (index % 4 === 3) f.fence(entry, sums.slice(index - 3, index + 1));
        });
        f.set(entry, i32.add(entry, i32.const(ENTRY)));
      });
      inputDone();
    };
    if (start || touchesAll(rule)) gather();
    else f.if(i32.lt(entry, end), gather);
    f.set(w, i32.add(w, i32.const(64)));
    f.set(ends, i32.add(ends, i32.const(4)));
    f.set(list, i32.add(list, i32.const(lists.inputStride)));
  });
  f.release(w, ends, list, entry, end, example, value, ...sums);
}
