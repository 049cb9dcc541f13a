import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { vec } from "../wasm/vector.js";

/** A raw input v becomes v / divisor · factor + shift, each operation rounded to f32. */
export interface InputMap {
  readonly divisor: number;
  readonly factor: number;
  readonly shift: number;
}

/** Uniform draws, one per input: below `share` the input is 0, else it is divided by 1 − share. */
export interface InputDrops {
  readonly at: number;
  readonly stride: number;
  readonly share: number;
}

export interface InputsSpec {
  readonly drops?: InputDrops;
  readonly kind: "u8" | "f32";
  readonly inputs: number;
  readonly strideRaw: number;
  readonly strideX: number;
  readonly map: InputMap;
}

/** Bytes of the raw inputs that make one vector. */
export const RAW_VECTOR_BYTES = { u8: 4, f32: 16 } as const;

/** The four inputs of the network that lie raw at `from`. */
export function mappedInputs(
  f: FunctionBuilder,
  { kind, map }: Pick<InputsSpec, "kind" | "map">,
  from: Value,
): Value {
  const { divisor, factor, shift } = map;
  const value = kind === "u8" ? vec.toF32(vec.extendU16(vec.extendU8(vec.load32Zero(from)))) : vec.load(from);
  const unit = divisor === 1 ? value : vec.div(value, f.constant(`f32 ${divisor}`, vec.const(divisor)));
  const scaled = factor === 1 ? unit : vec.mul(unit, f.constant(`f32 ${factor}`, vec.const(factor)));
  return shift === 0 ? scaled : vec.add(scaled, f.constant(`f32 ${shift}`, vec.const(shift)));
}

/**
 * `f32_inputs`: x[r, i] = map(raw[r, i]), 0 where it is dropped. Shapes: raw and x: [rows, inputs], with
 * strides of their own. Elementwise, so without an order. Error: one rounding for each operation of
 * `InputMap`. Parameters of the function: raw, x, rows.
 */
export function mapInputs(f: FunctionBuilder, spec: InputsSpec): void {
  const [raw, x, rows] = [0, 1, 2].map((index) => f.param(index)) as [Local, Local, Local];
  const left = f.let(rows);
  const at = f.local("i32");
  const { drops } = spec;
  const draw = drops ? f.let(i32.const(drops.at)) : undefined;
  const dropped = (value: Value, offset: Value): Value => {
    if (!drops || !draw) return value;
    const share = f.constant(`f32 ${drops.share}`, vec.const(drops.share));
    const scale = f.constant(`f32 ${1 / (1 - drops.share)}`, vec.const(1 / (1 - drops.share)));
    return vec.mul(value, vec.and(vec.ge(vec.load(i32.add(draw, offset)), share), scale));
  };
  const vectors = Math.ceil(spec.inputs / 4);
  f.while(i32.gt(left, i32.const(0)), () => {
    f.for(at, i32.const(0), i32.const(vectors), 1, () => {
      const from = i32.add(raw, i32.mul(at, i32.const(RAW_VECTOR_BYTES[spec.kind])));
      const offset = i32.shl(at, i32.const(4));
      f.store(i32.add(x, offset), dropped(mappedInputs(f, spec, from), offset));
    });
    if (drops && draw) f.set(draw, i32.add(draw, i32.const(drops.stride)));
    f.set(raw, i32.add(raw, i32.const(spec.strideRaw)));
    f.set(x, i32.add(x, i32.const(spec.strideX)));
    f.set(left, i32.sub(left, i32.const(1)));
  });
}
