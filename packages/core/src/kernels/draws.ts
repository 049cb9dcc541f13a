import { purposeKey } from "../random/stream.js";
import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { vec } from "../wasm/vector.js";
import { transposeLanes } from "./transpose-lanes.js";

const ODD_LANES = [4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31];
const EVEN_LANES = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];

export interface DrawsSpec {
  readonly seed: number;
  readonly purpose: string;
  /** Columns drawn; rows are padded to 16. */
  readonly columns: number;
  readonly stride: number;
  /** Where the step's number lies, an i32. */
  readonly step: number;
}

/**
 * `f32_draws`: out[r, c] uniform in [0, 1), 24 bits: the word of Philox4x32-10 at (c / 4, r, layer, step),
 * keyed by seed and purpose. Addressed, so that another width or activation sees the same numbers. Shapes:
 * out: [rows, columns]. Error: none, whole numbers times 2⁻²⁴; any order gives the same. Parameters of the
 * function: out, layer, rows.
 */
export function draws(f: FunctionBuilder, spec: DrawsSpec): void {
  const [out, layer, rows] = [0, 1, 2].map((index) => f.param(index)) as [Local, Local, Local];
  const row = f.local("i32");
  const block = f.local("i32");
  const blocks = Math.ceil(spec.columns / 16);
  f.for(row, i32.const(0), rows, 1, () => {
    f.for(block, i32.const(0), i32.const(blocks * 4), 4, () => {
      const first = vec.addI32(vec.splatI32(block), vec.constI32(0, 1, 2, 3));
      const step = vec.loadSplat(i32.const(spec.step));
      const words = philoxLanes(f, spec, [first, vec.splatI32(row), vec.splatI32(layer), step]);
      const at = f.let(i32.add(out, i32.shl(block, i32.const(4))));
      // Word w of counter c becomes lane w of vector c.
      transposeLanes(f, words);
      words.forEach((word, index) => {
        const unit = vec.mul(vec.toF32(vec.shrU32(word, i32.const(8))), vec.const(1 / 16777216));
        f.store(at, unit, index * 16);
      });
      f.release(at);
    });
    f.set(out, i32.add(out, i32.const(spec.stride)));
  });
}

/** Ten rounds on four counters side by side. */
function philoxLanes(
  f: FunctionBuilder,
  spec: DrawsSpec,
  counter: readonly Value[],
): readonly [Local, Local, Local, Local] {
  const x = counter.map((value) => f.let(value)) as [Local, Local, Local, Local];
  let k0 = spec.seed | 0;
  let k1 = purposeKey(spec.purpose) | 0;
  for (let round = 0; round < 10; round++) {
    const [high0, low0] = wideProduct(f, x[0], 0xd2511f53);
    const [high1, low1] = wideProduct(f, x[2], 0xcd9e8d57);
    f.set(x[0], vec.xor(vec.xor(high1, x[1]), vec.constI32(k0)));
    f.set(x[1], low1);
    f.set(x[2], vec.xor(vec.xor(high0, x[3]), vec.constI32(k1)));
    f.set(x[3], low0);
    f.release(high0, low0, high1, low1);
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  return x;
}

function wideProduct(f: FunctionBuilder, a: Value, factor: number): readonly [Local, Local] {
  const c = f.constant(`i32 ${factor | 0}`, vec.constI32(factor));
  const first = f.let(vec.productLowU32(a, c));
  const second = f.let(vec.productHighU32(a, c));
  const parts = [
    f.let(vec.shuffle(first, second, ODD_LANES)),
    f.let(vec.shuffle(first, second, EVEN_LANES)),
  ] as const;
  f.release(first, second);
  return parts;
}
