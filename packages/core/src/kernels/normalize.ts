import type { FunctionBuilder, Local } from "../wasm/function.js";
import { f32, i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { vec } from "../wasm/vector.js";
import { type UpdateRule, update } from "./update.js";

/** Added to a variance before its root, as PyTorch does. */
export const NORMALIZATION_EPSILON = 1e-5;
/** Weight of the newest batch in the running statistics. */
const MOMENTUM = 0.1;

/**
 * Where a normalized layer keeps what is its own; every address holds one row of `columns` but `hat` and
 * `inverse`.
 */
export interface NormalizeSpec {
  /** Columns of pre-activations, a multiple of 4. */
  readonly columns: number;
  /** Real units among each `paddedUnits` columns. */
  readonly units: number;
  readonly paddedUnits: number;
  readonly strideZ: number;
  readonly addresses: NormalizeAddresses;
}

export interface NormalizeAddresses {
  readonly gamma: number;
  readonly beta: number;
  /** Normalized pre-activations of the batch: [rows, columns], stride strideZ. */
  readonly hat: number;
  /** 1/σ: one row for batch normalization, one number a row for layer normalization. */
  readonly inverse: number;
  readonly runningMean: number;
  readonly runningVariance: number;
}

/** Runs `body` for each vector of columns, with its byte offset. */
function eachColumn(f: FunctionBuilder, columns: number, body: (byte: Local) => void): void {
  const byte = f.local("i32");
  f.for(byte, i32.const(0), i32.const(columns * 4), 16, () => body(byte));
  f.release(byte);
}

/** Runs `body` for each row, with the row's byte offset. */
function eachRow(f: FunctionBuilder, spec: NormalizeSpec, rows: Value, body: (row: Local) => void): void {
  const row = f.local("i32");
  const end = f.let(i32.mul(rows, i32.const(spec.strideZ)));
  f.for(row, i32.const(0), end, spec.strideZ, () => body(row));
  f.release(row, end);
}

const c = (value: number): Value => vec.const(value);
const at = (base: number | Value, ...offsets: readonly Value[]): Value =>
  offsets.reduce((sum, offset) => i32.add(sum, offset), typeof base === "number" ? i32.const(base) : base);

/**
 * `f32_batch_norm`: over the rows of a batch, per column, two passes, sequential in rows: μ = Σz/n, σ² = Σ(z
 * − μ)²/n, ẑ = (z − μ)/√(σ² + 1e-5), z ← γ·ẑ + β; running statistics move by 0.1, the variance with n − 1
 * (Ioffe & Szegedy 2015, as in PyTorch). Shapes: z and ẑ: [rows, columns]; γ, β, statistics: [columns].
 * Error: of μ, n · 2⁻²⁴ · mean|z|, which 1/σ carries into ẑ. Parameters of the function: z, rows.
 */
export function batchNorm(f: FunctionBuilder, spec: NormalizeSpec): void {
  const [z, rows] = [f.param(0), f.param(1)];
  const a = spec.addresses;
  const count = f.let(vec.splat(f32.fromI32(rows)));
  const freedom = f.let(vec.pmax(vec.sub(count, c(1)), c(1)));
  eachColumn(f, spec.columns, (byte) => {
    const sum = f.let(c(0));
    eachRow(f, spec, rows, (row) => f.set(sum, vec.add(sum, vec.load(at(z, row, byte)))));
    const mean = f.let(vec.div(sum, count));
    const squares = f.let(c(0));
    const centered = f.local("v128");
    eachRow(f, spec, rows, (row) => {
      f.set(centered, vec.sub(vec.load(at(z, row, byte)), mean));
      f.set(squares, vec.add(squares, vec.mul(centered, centered)));
    });
    const inverse = f.let(
      vec.div(c(1), vec.sqrt(vec.add(vec.div(squares, count), c(NORMALIZATION_EPSILON)))),
    );
    f.store(at(a.inverse, byte), inverse);
    const gamma = f.let(vec.load(at(a.gamma, byte)));
    const beta = f.let(vec.load(at(a.beta, byte)));
    eachRow(f, spec, rows, (row) => {
      const place = f.let(at(row, byte));
      const hat = f.let(vec.mul(vec.sub(vec.load(at(z, place)), mean), inverse));
      f.store(at(a.hat, place), hat);
      f.store(at(z, place), vec.add(vec.mul(hat, gamma), beta));
      f.release(place, hat);
    });
    moveAverage(f, at(a.runningMean, byte), mean);
    moveAverage(f, at(a.runningVariance, byte), vec.div(squares, freedom));
    f.release(sum, mean, squares, centered, inverse, gamma, beta);
  });
}

function moveAverage(f: FunctionBuilder, address: Value, newest: Value): void {
  f.store(address, vec.add(vec.mul(vec.load(address), c(1 - MOMENTUM)), vec.mul(newest, c(MOMENTUM))));
}

/**
 * `f32_batch_norm_running`: z ← γ·(z − μ)/√(σ² + 1e-5) + β by running statistics. Shapes: z: [rows, columns].
 * Elementwise, so without an order. Error: a rounding for each operation. Parameters of the function: z,
 * rows.
 */
export function batchNormRunning(f: FunctionBuilder, spec: NormalizeSpec): void {
  const [z, rows] = [f.param(0), f.param(1)];
  const a = spec.addresses;
  eachColumn(f, spec.columns, (byte) => {
    const mean = f.let(vec.load(at(a.runningMean, byte)));
    const root = vec.sqrt(vec.add(vec.load(at(a.runningVariance, byte)), c(NORMALIZATION_EPSILON)));
    const slope = f.let(vec.div(vec.load(at(a.gamma, byte)), root));
    const beta = f.let(vec.load(at(a.beta, byte)));
    eachRow(f, spec, rows, (row) => {
      const place = at(z, row, byte);
      f.store(place, vec.add(vec.mul(vec.sub(vec.load(place), mean), slope), beta));
    });
    f.release(mean, slope, beta);
  });
}

/**
 * `f32_batch_norm_backward`: from d = ∂L/∂(γẑ + β) in z, s = Σd and t = Σd·ẑ, sequential in rows: z ←
 * γ/(σ·n)·(n·d − s − ẑ·t); then β is updated by s and γ by t. Shapes: as `f32_batch_norm`. Error: of s and t,
 * n · 2⁻²⁴ of the sum of their terms' sizes. Parameters of the function: z, rows.
 */
export function batchNormBackward(f: FunctionBuilder, spec: NormalizeSpec, rule: UpdateRule): void {
  const [z, rows] = [f.param(0), f.param(1)];
  const a = spec.addresses;
  const count = f.let(vec.splat(f32.fromI32(rows)));
  eachColumn(f, spec.columns, (byte) => {
    const { s, t } = columnSums(f, spec, byte);
    const factor = f.let(vec.div(vec.mul(vec.load(at(a.gamma, byte)), vec.load(at(a.inverse, byte))), count));
    eachRow(f, spec, rows, (row) => {
      const place = f.let(at(row, byte));
      const hat = vec.load(at(a.hat, place));
      const rest = vec.sub(vec.sub(vec.mul(count, vec.load(at(z, place))), s), vec.mul(hat, t));
      f.store(at(z, place), vec.mul(factor, rest));
      f.release(place);
    });
    update(f, rule, at(a.beta, byte), 0, [s]);
    update(f, rule, at(a.gamma, byte), 0, [t]);
    f.release(s, t, factor);
  });
}

/** Σd and Σd·ẑ of one vector of columns. */
function columnSums(f: FunctionBuilder, spec: NormalizeSpec, byte: Local): { s: Local; t: Local } {
  const [z, rows] = [f.param(0), f.param(1)];
  const s = f.let(c(0));
  const t = f.let(c(0));
  eachRow(f, spec, rows, (row) => {
    const d = f.let(vec.load(at(z, row, byte)));
    f.set(s, vec.add(s, d));
    f.set(t, vec.add(t, vec.mul(d, vec.load(at(spec.addresses.hat, row, byte)))));
    f.release(d);
  });
  return { s, t };
}

/**
 * `f32_layer_norm`: over the units of each row (padding left out; lanes first, then ((l₀ + l₁) + (l₂ + l₃))):
 * ẑ = (z − μ)/√(σ² + 1e-5), z ← γ·ẑ + β (Ba et al. 2016). Shapes: z and ẑ: [rows, columns]. Error: of μ,
 * units · 2⁻²⁴ · mean|z|, which 1/σ carries into ẑ. Parameters of the function: z, rows.
 */
export function layerNorm(f: FunctionBuilder, spec: NormalizeSpec): void {
  const [z, rows] = [f.param(0), f.param(1)];
  const a = spec.addresses;
  const inverseAt = f.let(i32.const(a.inverse));
  eachRow(f, spec, rows, (row) => {
    const mean = rowMean(f, spec, (byte) => vec.load(at(z, row, byte)));
    const variance = rowMean(f, spec, (byte) => {
      const centered = vec.sub(vec.load(at(z, row, byte)), mean);
      return vec.mul(centered, centered);
    });
    const inverse = f.let(vec.div(c(1), vec.sqrt(vec.add(variance, c(NORMALIZATION_EPSILON)))));
    f.store(inverseAt, vec.lane(inverse, 0));
    f.set(inverseAt, i32.add(inverseAt, i32.const(4)));
    eachColumn(f, spec.columns, (byte) => {
      const place = f.let(at(row, byte));
      const hat = f.let(masked(f, spec, byte, vec.mul(vec.sub(vec.load(at(z, place)), mean), inverse)));
      f.store(at(a.hat, place), hat);
      f.store(at(z, place), vec.add(vec.mul(hat, vec.load(at(a.gamma, byte))), vec.load(at(a.beta, byte))));
      f.release(place, hat);
    });
    f.release(mean, variance, inverse);
  });
}

/**
 * `f32_layer_norm_backward`: from d in z, e = γ·d: z ← (e − mean e − ẑ·mean(e·ẑ))/σ; β is updated by Σd, γ by
 * Σd·ẑ, sequential in rows, means as in `f32_layer_norm`. Shapes: as there. Error: of a sum, its terms · 2⁻²⁴
 * of the sum of their sizes. Parameters of the function: z, rows.
 */
export function layerNormBackward(f: FunctionBuilder, spec: NormalizeSpec, rule: UpdateRule): void {
  const [z, rows] = [f.param(0), f.param(1)];
  const a = spec.addresses;
  const inverseAt = f.let(i32.const(a.inverse));
  // The parameters' sums read d before it is overwritten, and the new γ is not for this step: sums wait in
  // `runningMean`, `runningVariance`.
  eachColumn(f, spec.columns, (byte) => {
    const { s, t } = columnSums(f, spec, byte);
    f.store(at(a.runningMean, byte), s);
    f.store(at(a.runningVariance, byte), t);
    f.release(s, t);
  });
  eachRow(f, spec, rows, (row) => {
    const e = (byte: Value): Value => vec.mul(vec.load(at(z, row, byte)), vec.load(at(a.gamma, byte)));
    const mean = rowMean(f, spec, e);
    const along = rowMean(f, spec, (byte) => vec.mul(e(byte), vec.load(at(a.hat, row, byte))));
    const inverse = f.let(vec.loadSplat(inverseAt));
    f.set(inverseAt, i32.add(inverseAt, i32.const(4)));
    eachColumn(f, spec.columns, (byte) => {
      const rest = vec.sub(vec.sub(e(byte), mean), vec.mul(vec.load(at(a.hat, row, byte)), along));
      f.store(at(z, row, byte), masked(f, spec, byte, vec.mul(rest, inverse)));
    });
    f.release(mean, along, inverse);
  });
  eachColumn(f, spec.columns, (byte) => {
    update(f, rule, at(a.beta, byte), 0, [vec.load(at(a.runningMean, byte))]);
    update(f, rule, at(a.gamma, byte), 0, [vec.load(at(a.runningVariance, byte))]);
  });
  f.release(inverseAt);
}

/** The mean over a row's real units, in all lanes. */
function rowMean(f: FunctionBuilder, spec: NormalizeSpec, value: (byte: Local) => Value): Local {
  const lanes = f.let(c(0));
  eachColumn(f, spec.columns, (byte) => f.set(lanes, vec.add(lanes, masked(f, spec, byte, value(byte)))));
  const lane = (l: 0 | 1 | 2 | 3): Value => vec.lane(lanes, l);
  const total = f32.add(f32.add(lane(0), lane(1)), f32.add(lane(2), lane(3)));
  const pieces = spec.columns / spec.paddedUnits;
  const mean = f.let(vec.splat(f32.div(total, f32.const(pieces * spec.units))));
  f.release(lanes);
  return mean;
}

/** 0 in the lanes of padding, which only the last vector of each `paddedUnits` columns has. */
function masked(f: FunctionBuilder, spec: NormalizeSpec, byte: Local, value: Value): Value {
  const real = spec.units % 4;
  if (real === 0) return value;
  const last = (spec.paddedUnits - 4) * 4;
  const pieces = spec.columns / spec.paddedUnits;
  const isLast = Array.from({ length: pieces }, (_, piece) =>
    i32.eq(byte, i32.const(piece * spec.paddedUnits * 4 + last)),
  ).reduce((any, one) => i32.or(any, one));
  const mask = f.constant("real lanes", vec.constI32(-1, real > 1 ? -1 : 0, real > 2 ? -1 : 0, 0));
  const all = vec.splatI32(i32.sub(isLast, i32.const(1)));
  return vec.and(value, vec.or(mask, all));
}
