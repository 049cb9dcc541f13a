import type { Numerics } from "../contract/spec.js";
import type { FunctionBuilder, Local } from "../wasm/function.js";
import type { Value } from "../wasm/value.js";
import { type Madd, maddOf, pair, vec } from "../wasm/vector.js";

/** Some vectors worked through side by side, so that independent instructions hide latency. */
export type Lanes = readonly Value[];

/**
 * Where elementwise code is written: every operation is emitted at once for all vectors of a group and kept
 * in locals; constants are fetched once a function.
 */
export interface LaneWriter {
  readonly f: FunctionBuilder;
  readonly width: number;
  each(op: (...operands: readonly Value[]) => Value, ...groups: readonly Lanes[]): Lanes;
  madd(a: Lanes, b: Lanes, c: Lanes): Lanes;
  /** The same number in all lanes of all vectors. */
  constant(value: number): Lanes;
  constantBits(bits: number): Lanes;
  /** The same f64 in both 64-bit lanes of all vectors. */
  constantPair(value: number): Lanes;
  /** c₀ + c₁·t + c₂·t² + … by Horner's rule. */
  polynomial(t: Lanes, coefficients: readonly number[]): Lanes;
}

export function laneWriter(f: FunctionBuilder, numerics: Numerics, width: number): LaneWriter {
  const madd1: Madd = maddOf(numerics);
  const repeat = (local: Local): Lanes => Array.from({ length: width }, () => local);
  const each: LaneWriter["each"] = (op, ...groups) =>
    Array.from({ length: width }, (_, u) => f.let(op(...groups.map((group) => group[u] as Value))));
  const constant = (value: number): Lanes =>
    repeat(f.constant(`f32 ${Object.is(value, -0) ? "-0" : value}`, vec.const(value)));
  const madd = (a: Lanes, b: Lanes, c: Lanes): Lanes =>
    Array.from({ length: width }, (_, u) => f.let(madd1(a[u] as Value, b[u] as Value, c[u] as Value)));
  return {
    f,
    width,
    each,
    madd,
    constant,
    constantBits: (bits) => repeat(f.constant(`i32 ${bits | 0}`, vec.constI32(bits))),
    constantPair: (value) => repeat(f.constant(`f64 ${value}`, pair.const(value))),
    polynomial: (t, coefficients) => {
      const [top = 0, ...rest] = [...coefficients].reverse();
      return rest.reduce((sum, c) => madd(sum, t, constant(c)), constant(top));
    },
  };
}
