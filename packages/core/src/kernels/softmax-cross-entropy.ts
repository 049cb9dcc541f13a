import type { Numerics } from "../contract/spec.js";
import { type FunctionBuilder, type Local, select } from "../wasm/function.js";
import { f32, f64, i32 } from "../wasm/scalar.js";
import { vec } from "../wasm/vector.js";
import { laneWriter } from "./lanes.js";
import { exp, expParts } from "./math/exp.js";
import { log } from "./math/log.js";

export interface SoftmaxSpec {
  readonly classes: number;
  /** Bytes from one row of z to the next. */
  readonly strideZ: number;
  readonly numerics: Numerics;
  /** Where `loss` (f64) and `correct` (i32, 8 bytes further) are accumulated. */
  readonly totals: number;
}

/**
 * `f32_softmax_cross_entropy`: per row, loss += log Σⱼ e^(zⱼ − m) + m − z_y with m = max z, in f64, nats; the
 * sum over classes is sequential. In training z becomes (softmax(z) − onehot(y)) / rows. `correct` counts
 * rows whose first largest logit is the label's. Shapes: z: [rows, classes]. Error: e^… as `exp` states, the
 * sum in f64; of the gradient, two roundings more. Parameters of the function: z, labels (i32 a row), rows.
 */
export function softmaxCrossEntropy(f: FunctionBuilder, spec: SoftmaxSpec, mode: "train" | "evaluate"): void {
  const [z, labels, rows] = [0, 1, 2].map((index) => f.param(index)) as [Local, Local, Local];
  const vectors = Math.ceil(spec.classes / 4);
  const left = f.let(rows);
  const totals = i32.const(spec.totals);
  const loss = f.let(f64.load(totals));
  const correct = f.let(i32.load(totals, 8));
  const share = f.let(f32.div(f32.const(1), f32.fromI32(rows)));
  f.while(i32.gt(left, i32.const(0)), () => {
    const w = laneWriter(f, spec.numerics, vectors);
    const loaded = Array.from({ length: vectors }, (_, v) => f.let(vec.load(z, v * 16)));
    const valid = spec.classes - (vectors - 1) * 4;
    const lastMask = vec.constI32(-1, valid > 1 ? -1 : 0, valid > 2 ? -1 : 0, valid > 3 ? -1 : 0);
    const last = loaded[vectors - 1] as Local;
    if (valid < 4) f.set(last, vec.select(lastMask, last, vec.const(Number.NEGATIVE_INFINITY)));
    const top = f.let(loaded.slice(1).reduce((a, b) => f.let(vec.max(a, b)), loaded[0] as Local));
    const lane = (l: 0 | 1 | 2 | 3) => vec.lane(top, l);
    const max = f.let(f32.max(f32.max(lane(0), lane(1)), f32.max(lane(2), lane(3))));
    const shifted = w.each((v) => vec.sub(v, vec.splat(max)), loaded);
    const powers = exp(w, shifted, expParts(w, shifted), "nonpositive");
    const sum = f.local("f32");
    f.set(sum, f32.const(0));
    powers.forEach((power, v) => {
      for (let l = 0; l < Math.min(4, spec.classes - v * 4); l++)
        f.set(sum, f32.add(sum, vec.lane(power, l as 0 | 1 | 2 | 3)));
    });
    const label = f.let(i32.load(labels));
    const zLabel = f.let(f32.load(i32.add(z, i32.shl(label, i32.const(2)))));
    const [logSum] = log(laneWriter(f, spec.numerics, 1), [f.let(vec.splat(sum))]);
    if (!logSum) throw new RangeError("log returned no vector");
    f.set(
      loss,
      f64.add(
        loss,
        f64.add(f64.fromF32(vec.lane(logSum, 0)), f64.sub(f64.fromF32(max), f64.fromF32(zLabel))),
      ),
    );
    countCorrect(f, spec, { z, label, zLabel, max, correct });
    if (mode === "train") {
      const scale = f.let(vec.splat(f32.div(share, sum)));
      powers.forEach((power, v) => {
        f.store(z, vec.mul(power, scale), v * 16);
      });
      const at = f.let(i32.add(z, i32.shl(label, i32.const(2))));
      f.store(at, f32.sub(f32.load(at), share));
      f.release(at, scale);
    }
    f.set(z, i32.add(z, i32.const(spec.strideZ)));
    f.set(labels, i32.add(labels, i32.const(4)));
    f.set(left, i32.sub(left, i32.const(1)));
  });
  f.store(totals, loss, 0);
  f.store(totals, correct, 8);
}

interface Row {
  readonly z: Local;
  readonly label: Local;
  readonly zLabel: Local;
  readonly max: Local;
  readonly correct: Local;
}

/** A row is right when its label's logit is the largest and no earlier class has the same. */
function countCorrect(f: FunctionBuilder, spec: SoftmaxSpec, row: Row): void {
  const first = f.let(i32.const(spec.classes));
  for (let j = spec.classes - 1; j >= 0; j--)
    f.set(first, select(f32.eq(f32.load(row.z, j * 4), row.max), i32.const(j), first));
  f.set(row.correct, i32.add(row.correct, i32.eq(first, row.label)));
  f.release(first);
}
