import { type FunctionBuilder, type Local, select } from "../wasm/function.js";
import { f32, f64, i32 } from "../wasm/scalar.js";

export interface MeanSquaredErrorSpec {
  /** Network outputs; the target of output j is 1 where j is the label, else 0. */
  readonly classes: number;
  /** Bytes from one row of z to the next. */
  readonly strideZ: number;
  /** Where `loss` (f64) and `correct` (i32, 8 bytes further) are accumulated. */
  readonly totals: number;
}

/**
 * `f32_mean_squared_error`: per row, loss += Σⱼ (zⱼ − tⱼ)² / classes, differences in f32, squares and their
 * sum in f64, sequential over classes. In training z becomes 2 (z − t) / (classes · rows): the slope of the
 * batch's mean. `correct` counts rows whose first largest output is the label's. Shapes: z: [rows, classes].
 * Error: of a square, two roundings of f32; of the gradient, three. Parameters of the function: z, labels
 * (i32 a row), rows.
 */
export function meanSquaredError(
  f: FunctionBuilder,
  spec: MeanSquaredErrorSpec,
  mode: "train" | "evaluate",
): void {
  const [z, labels, rows] = [0, 1, 2].map((index) => f.param(index)) as [Local, Local, Local];
  const left = f.let(rows);
  const totals = i32.const(spec.totals);
  const loss = f.let(f64.load(totals));
  const correct = f.let(i32.load(totals, 8));
  const share = f.let(f32.div(f32.const(2), f32.mul(f32.const(spec.classes), f32.fromI32(rows))));
  const [label, j, best] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const [output, top] = [f.local("f32"), f.local("f32")];
  const [difference, squares] = [f.local("f64"), f.local("f64")];
  f.while(i32.gt(left, i32.const(0)), () => {
    f.set(label, i32.load(labels));
    f.set(squares, f64.const(0));
    f.set(top, f32.const(Number.NEGATIVE_INFINITY));
    f.set(best, i32.const(-1));
    f.for(j, i32.const(0), i32.const(spec.classes), 1, () => {
      const at = i32.add(z, i32.shl(j, i32.const(2)));
      f.set(output, f32.load(at));
      f.set(best, select(f32.gt(output, top), j, best));
      f.set(top, select(f32.gt(output, top), output, top));
      f.set(output, f32.sub(output, f32.fromI32(i32.eq(j, label))));
      f.set(difference, f64.fromF32(output));
      f.set(squares, f64.add(squares, f64.mul(difference, difference)));
      if (mode === "train") f.store(at, f32.mul(output, share));
    });
    f.set(loss, f64.add(loss, f64.div(squares, f64.const(spec.classes))));
    f.set(correct, i32.add(correct, i32.eq(best, label)));
    f.set(z, i32.add(z, i32.const(spec.strideZ)));
    f.set(labels, i32.add(labels, i32.const(4)));
    f.set(left, i32.sub(left, i32.const(1)));
  });
  f.store(totals, loss, 0);
  f.store(totals, correct, 8);
}
