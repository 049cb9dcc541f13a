import type { FunctionBuilder, Local } from "../wasm/function.js";
import { f32, f64, i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { pair, vec } from "../wasm/vector.js";
import { type InputMap, mappedInputs, RAW_VECTOR_BYTES } from "./inputs.js";

export interface ReconstructionErrorSpec {
  readonly kind: "u8" | "f32";
  /** Inputs of the network, and so its outputs. */
  readonly inputs: number;
  readonly strideRaw: number;
  /** Bytes from one row of z to the next. */
  readonly strideZ: number;
  readonly map: InputMap;
  /** Where `loss` (f64) is accumulated. */
  readonly totals: number;
}

/**
 * `f32_reconstruction_error`: per row, loss += Σᵢ (zᵢ − xᵢ)² / inputs, where x is the row as the network sees
 * it before any input is dropped. Differences in f32; squares and their sum in f64, one sum for each i mod 4,
 * then ((s₀ + s₂) + (s₁ + s₃)). In training z becomes 2 (z − x) / (inputs · rows): the slope of the batch's
 * mean. Shapes: z and raw: [rows, inputs]. Error: of a square, two roundings of f32 and those of `InputMap`;
 * of the gradient, three. Parameters of the function: z, raw, rows.
 */
export function reconstructionError(
  f: FunctionBuilder,
  spec: ReconstructionErrorSpec,
  mode: "train" | "evaluate",
): void {
  const [z, raw, rows] = [0, 1, 2].map((index) => f.param(index)) as [Local, Local, Local];
  const left = f.let(rows);
  const totals = i32.const(spec.totals);
  const loss = f.let(f64.load(totals));
  const count = f32.mul(f32.const(spec.inputs), f32.fromI32(rows));
  const share = f.let(vec.splat(f32.div(f32.const(2), count)));
  const at = f.local("i32");
  const [low, high] = [f.local("v128"), f.local("v128")];
  const error = (vector: Value, mask: (lanes: Value) => Value): void => {
    const place = f.let(i32.add(z, i32.shl(vector, i32.const(4))));
    const from = i32.add(raw, i32.mul(vector, i32.const(RAW_VECTOR_BYTES[spec.kind])));
    const lanes = f.let(mask(vec.sub(vec.load(place), mappedInputs(f, spec, from))));
    for (const [sum, half] of [
      [low, pair.low],
      [high, pair.high],
    ] as const) {
      const wide = f.let(half(lanes));
      f.set(sum, pair.add(sum, pair.mul(wide, wide)));
      f.release(wide);
    }
    if (mode === "train") f.store(place, vec.mul(lanes, share));
    f.release(place, lanes);
  };
  const whole = Math.floor(spec.inputs / 4);
  const rest = spec.inputs % 4;
  f.while(i32.gt(left, i32.const(0)), () => {
    for (const sum of [low, high]) f.set(sum, pair.const(0));
    f.for(at, i32.const(0), i32.const(whole), 1, () => error(at, (lanes) => lanes));
    // Padding has outputs of 0, and bytes that a shift would make an error of.
    const real = vec.constI32(-1, rest > 1 ? -1 : 0, rest > 2 ? -1 : 0, 0);
    if (rest > 0) error(i32.const(whole), (lanes) => vec.and(lanes, real));
    const both = f.let(pair.add(low, high));
    const squares = f64.add(pair.lane(both, 0), pair.lane(both, 1));
    f.set(loss, f64.add(loss, f64.div(squares, f64.const(spec.inputs))));
    f.release(both);
    f.set(z, i32.add(z, i32.const(spec.strideZ)));
    f.set(raw, i32.add(raw, i32.const(spec.strideRaw)));
    f.set(left, i32.sub(left, i32.const(1)));
  });
  f.store(totals, loss, 0);
}
