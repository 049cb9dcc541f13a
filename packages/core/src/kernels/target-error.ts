import type { regression } from "../task/regression.js";
import { type FunctionBuilder, type Local, select } from "../wasm/function.js";
import { f32, f64, i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";

/** The losses of numbers. */
export type TargetLoss = (typeof regression)["losses"][number];

export interface TargetErrorSpec {
  readonly loss: TargetLoss;
  /** Network outputs, and numbers to predict. */
  readonly targets: number;
  /** δ of huber, where squares turn into absolute errors. */
  readonly delta: number;
  /** Bytes from one row of z to the next. */
  readonly strideZ: number;
  /** Where `loss` (f64) is accumulated. */
  readonly totals: number;
}

/**
 * `f32_target_error`: per row, loss += Σⱼ ρ(zⱼ − tⱼ) / targets, sequential over targets, with ρ(e) = e²
 * (mse), |e| (mae), or e²/2 up to |e| = δ and δ (|e| − δ/2) beyond (huber). Differences in f32, ρ and sums in
 * f64. In training z becomes ρ′(z − t)
 * / (targets · rows), the slope of the batch's mean; that of |e| is 0 at 0. As `MSELoss`, `L1Loss` and `HuberLoss` of PyTorch. Shapes:
 * z: [rows, targets], t: [rows, targets] without padding. Error: of a loss, two roundings of f32; of the
 * gradient, three. Parameters of the function: z, t, rows.
 */
export function targetError(f: FunctionBuilder, spec: TargetErrorSpec, mode: "train" | "evaluate"): void {
  const [z, t, rows] = [0, 1, 2].map((index) => f.param(index)) as [Local, Local, Local];
  const left = f.let(rows);
  const totals = i32.const(spec.totals);
  const loss = f.let(f64.load(totals));
  const count = f32.mul(f32.const(spec.targets), f32.fromI32(rows));
  const share = f.let(f32.div(f32.const(spec.loss === "mse" ? 2 : 1), count));
  const [j, error, wide, sum] = [f.local("i32"), f.local("f32"), f.local("f64"), f.local("f64")];
  f.while(i32.gt(left, i32.const(0)), () => {
    f.set(sum, f64.const(0));
    f.for(j, i32.const(0), i32.const(spec.targets), 1, () => {
      const at = i32.add(z, i32.shl(j, i32.const(2)));
      f.set(error, f32.sub(f32.load(at), f32.load(i32.add(t, i32.shl(j, i32.const(2))))));
      f.set(wide, f64.fromF32(error));
      f.set(sum, f64.add(sum, lossOf(spec, wide)));
      if (mode === "train") f.store(at, f32.mul(slopeOf(spec, error), share));
    });
    f.set(loss, f64.add(loss, f64.div(sum, f64.const(spec.targets))));
    f.set(z, i32.add(z, i32.const(spec.strideZ)));
    f.set(t, i32.add(t, i32.const(4 * spec.targets)));
    f.set(left, i32.sub(left, i32.const(1)));
  });
  f.store(totals, loss, 0);
}

/** ρ(e) in f64; NaN of NaN. */
function lossOf({ loss, delta }: TargetErrorSpec, error: Local): Value {
  const size = f64.max(error, f64.sub(f64.const(0), error));
  switch (loss) {
    case "mse":
      return f64.mul(error, error);
    case "mae":
      return size;
    case "huber":
      return select(
        f64.gt(size, f64.const(delta)),
        f64.mul(f64.const(delta), f64.sub(size, f64.const(delta / 2))),
        f64.mul(f64.const(0.5), f64.mul(error, error)),
      );
    default:
      return loss satisfies never;
  }
}

/** ρ′(e), of e² half of it. */
function slopeOf({ loss, delta }: TargetErrorSpec, error: Local): Value {
  switch (loss) {
    case "mse":
      return error;
    case "mae":
      return f32.sub(f32.fromI32(f32.gt(error, f32.const(0))), f32.fromI32(f32.gt(f32.const(0), error)));
    case "huber":
      return f32.max(f32.min(error, f32.const(delta)), f32.const(-delta));
    default:
      return loss satisfies never;
  }
}
