import type { Numerics } from "../contract/spec.js";
import { type FunctionBuilder, type Local, select } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { maddOf, vec } from "../wasm/vector.js";
import { SUM_STATS } from "./unit-stats.js";
import { UnitSums } from "./unit-sums.js";

export interface MeasureUnitsSpec {
  /** Units, padded to a multiple of 4; pre-activation j of a unit lies j · units columns further. */
  readonly units: number;
  /** Pre-activations per unit. */
  readonly pieces: number;
  readonly strideZ: number;
  readonly strideA: number;
  readonly numerics: Numerics;
}

/** Bytes of a cache line: the vectors of one are worked through before the next. */
const LINE = 64;
/** Rows whose line of z and of a stay in the first-level cache meanwhile. */
const STRETCH = 64;
/** Rows a turn of the innermost loop. */
const UNROLL = 4;

/**
 * `f32_measure_units`: per unit over the block's examples: positive and zeros, the examples with some z > 0
 * and with a = 0; with d = z − z_first, of a gated unit's first pre-activation: Σ d, Σ d²; the same of a;
 * a_sizes = Σ |a|. Sums are sequential in rows. Shapes: z: [rows, pieces · units], a: [rows, units], stats:
 * [`UNIT_STATS`, units]. Error: of a sum, rows · 2⁻²⁴ of the sum of its terms' sizes, of all blocks it runs
 * over. Parameters of the function: z, a, stats, rows (≥ 1), continues (not 0: adds to the totals of the
 * previous block).
 */
export function measureUnits(f: FunctionBuilder, spec: MeasureUnitsSpec): void {
  const rows = f.param(3);
  const [line, row, column, end] = [0, 1, 2, 3].map(() => f.local("i32")) as [Local, Local, Local, Local];
  const width = i32.const(spec.units * 4);
  f.for(line, i32.const(0), width, LINE, () => {
    f.set(end, smaller(i32.add(line, i32.const(LINE)), width));
    f.for(row, i32.const(0), rows, STRETCH, () => {
      f.for(column, line, end, 16, () => measureStretch(f, spec, row, column));
    });
  });
}

/** A vector of units on a stretch of rows, all sums in registers. */
function measureStretch(f: FunctionBuilder, spec: MeasureUnitsSpec, row: Local, column: Local): void {
  const at = (base: number, stride: number): Local =>
    f.let(i32.add(i32.add(f.param(base), column), i32.mul(row, i32.const(stride))));
  const from = { z: at(0, spec.strideZ), a: at(1, spec.strideA) };
  const stats = f.let(i32.add(f.param(2), column));
  const sums = new UnitSums(f, { stats, units: spec.units, width: 1 }, SUM_STATS);
  f.if(
    i32.or(row, f.param(4)),
    () => sums.load(),
    () => {
      sums.set("z_first", () => vec.load(from.z));
      sums.set("a_first", () => vec.load(from.a));
    },
  );
  const left = f.let(smaller(i32.sub(f.param(3), row), i32.const(STRETCH)));
  const next = (count: number): void => {
    for (let k = 0; k < count; k++) measureRow(f, spec, { sums, from, k });
    f.set(from.z, i32.add(from.z, i32.const(count * spec.strideZ)));
    f.set(from.a, i32.add(from.a, i32.const(count * spec.strideA)));
    f.set(left, i32.sub(left, i32.const(count)));
  };
  f.while(i32.ge(left, i32.const(UNROLL)), () => next(UNROLL));
  f.while(left, () => next(1));
  sums.store();
  f.release(from.z, from.a, stats, left);
}

interface Row {
  readonly sums: UnitSums;
  readonly from: { readonly z: Local; readonly a: Local };
  /** Rows from there. */
  readonly k: number;
}

function measureRow(f: FunctionBuilder, spec: MeasureUnitsSpec, row: Row): void {
  const { sums, from, k } = row;
  const zero = f.constant("f32 0", vec.const(0));
  const sizeBits = f.constant("size bits", vec.constI32(0x7fffffff));
  const z = Array.from({ length: spec.pieces }, (_, j) =>
    f.let(vec.load(from.z, k * spec.strideZ + j * spec.units * 4)),
  );
  const positive = z.map((own) => vec.gt(own, zero)).reduce((some, one) => vec.or(some, one));
  sums.set("positive", (old) => vec.subI32(old, positive));
  addMoments(f, spec, { sums, value: z[0] as Local, of: "z" });
  const a = f.let(vec.load(from.a, k * spec.strideA));
  sums.set("zeros", (old) => vec.subI32(old, vec.eq(a, zero)));
  addMoments(f, spec, { sums, value: a, of: "a" });
  sums.set("a_sizes", (old) => vec.add(old, vec.and(a, sizeBits)));
  f.release(...z, a);
  f.fence(from.z, sums.all());
}

/** Adds one row's distances from the first example, and their squares. */
function addMoments(
  f: FunctionBuilder,
  spec: MeasureUnitsSpec,
  { sums, value, of }: { readonly sums: UnitSums; readonly value: Local; readonly of: "z" | "a" },
): void {
  const madd = maddOf(spec.numerics);
  const distance = f.let(vec.sub(value, sums.of(`${of}_first`)));
  sums.set(`${of}_sum`, (old) => vec.add(old, distance));
  sums.set(`${of}_squares`, (old) => madd(distance, distance, old));
  f.release(distance);
}

const smaller = (a: Value, b: Value): Value => select(i32.lt(a, b), a, b);
