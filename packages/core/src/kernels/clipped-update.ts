import type { FunctionBuilder } from "../wasm/function.js";
import { f32, f64, i32 } from "../wasm/scalar.js";
import { pair, vec } from "../wasm/vector.js";
import { type UpdateRule, update } from "./update.js";

/**
 * Gradients in memory that count towards the norm: a run of f32, whole vectors, or one f32 that many copies
 * share.
 */
export interface GradientRun {
  readonly at: number;
  readonly bytes: number;
}

/** Parameters in memory that are updated by one rule. */
export interface UpdateRun {
  readonly at: number;
  readonly bytes: number;
  readonly rule: UpdateRule;
}

export interface ClippedUpdateSpec {
  /** All parameters. */
  readonly updates: readonly UpdateRun[];
  /** Bytes from a parameter to its gradient. */
  readonly toGradient: number;
  readonly runs: readonly GradientRun[];
  readonly limit: number;
}

/** Added to the norm, as PyTorch's `clip_grad_norm_` does. */
const GUARD = 1e-6;

/**
 * `f32_clipped_update`: s = min(1, limit/(‖g‖ + 1e-6)) with ‖g‖² summed in f64, run after run, two lanes;
 * then the update of every parameter by s·g. Shapes: parameters and gradients: `bytes` / 4 numbers each, one
 * after another. Error: of s, 2 roundings of f32, for the sum's own in f64 is far below. The function has no
 * parameters.
 */
export function clippedUpdate(f: FunctionBuilder, spec: ClippedUpdateSpec): void {
  const lanes = f.let(pair.const(0));
  const rest = f.let(f64.const(0));
  const at = f.local("i32");
  for (const run of spec.runs) {
    if (run.bytes === 4) {
      const g = f.let(f64.fromF32(f32.load(i32.const(run.at))));
      f.set(rest, f64.add(rest, f64.mul(g, g)));
      f.release(g);
      continue;
    }
    f.for(at, i32.const(run.at), i32.const(run.at + run.bytes), 16, () => {
      const g = f.let(vec.load(at));
      for (const half of [pair.low, pair.high]) {
        const wide = f.let(half(g));
        f.set(lanes, pair.add(lanes, pair.mul(wide, wide)));
        f.release(wide);
      }
      f.release(g);
    });
  }
  const squares = f64.add(f64.add(pair.lane(lanes, 0), pair.lane(lanes, 1)), rest);
  const share = f64.div(f64.const(spec.limit), f64.add(f64.sqrt(squares), f64.const(GUARD)));
  const scale = f.let(vec.splat(f32.fromF64(f64.min(share, f64.const(1)))));
  for (const run of spec.updates)
    f.for(at, i32.const(run.at), i32.const(run.at + run.bytes), 16, () => {
      const g = f.let(vec.mul(vec.load(at, spec.toGradient), scale));
      update(f, run.rule, at, 0, [g]);
      f.release(g);
    });
}
