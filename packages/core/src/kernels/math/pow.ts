import { i32 } from "../../wasm/scalar.js";
import { pair, vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";

/** (log₂((1 + s)/(1 − s)) − 2s/ln 2)/s³ in s², minimax for mantissas in [√½, √2): error under 2⁻⁵⁰. */
const LOG2 = [
  0.9617966939248781, 0.5770780170910876, 0.4121984205238963, 0.32061533155177235, 0.2614730861497504,
  0.242614353991448,
];
/** (2ᶠ − 1)/f, minimax on |f| ≤ ½: error under 2⁻³⁹. */
const EXP2 = [
  0.6931471805412343, 0.24022650694761608, 0.05550410959228792, 0.009618129553702663, 0.0013333434151399548,
  0.0001540310214975076, 1.531421228943183e-5, 1.334331978525008e-6,
];
const TWO_OVER_LN2 = 2.8853900817779268;
const ROUND = 6755399441055744;
/** Subtracting its bits from those of a number leaves the exponent relative to √½ on top. */
const ROOT_HALF = 0.7071067811865476;

/**
 * uᵛ for u > 0: 1 ULP, by 2^(v · log₂ u) in f64. 0ᵛ and ∞ᵛ are 0 or ∞, u⁰ is 1; a negative base gives NaN.
 */
export function pow(w: LaneWriter, u: Lanes, v: Lanes): Lanes {
  const low = power(w, w.each(pair.low, u), w.each(pair.low, v));
  const high = power(w, w.each(pair.high, u), w.each(pair.high, v));
  const value = w.each(pair.join, low, high);
  const infinity = w.constant(Number.POSITIVE_INFINITY);
  const zero = w.constant(0);
  const atEnds = w.each(
    (u, v, value, infinity, zero) => {
      const end = vec.or(vec.eq(u, zero), vec.eq(u, infinity));
      // One of 0 and ∞: whether base and exponent point the same way.
      const grows = vec.xor(vec.eq(u, zero), vec.gt(v, zero));
      const inside = vec.and(vec.gt(u, zero), vec.lt(u, infinity));
      const outside = vec.select(end, vec.and(grows, infinity), vec.const(Number.NaN));
      return vec.select(inside, value, outside);
    },
    u,
    v,
    value,
    infinity,
    zero,
  );
  return w.each(
    (value, v, zero, one) => vec.select(vec.eq(v, zero), one, value),
    atEnds,
    v,
    zero,
    w.constant(1),
  );
}

function horner(w: LaneWriter, t: Lanes, coefficients: readonly number[]): Lanes {
  const [top = 0, ...rest] = [...coefficients].reverse();
  return rest.reduce(
    (sum, c) => w.each((sum, t, c) => pair.add(pair.mul(sum, t), c), sum, t, w.constantPair(c)),
    w.constantPair(top),
  );
}

function power(w: LaneWriter, u: Lanes, v: Lanes): Lanes {
  const split = w.each(pair.subI64, u, w.constantPair(ROOT_HALF));
  const exponent = w.each((s) => pair.shrI64(s, i32.const(52)), split);
  const mantissa = w.each((u, e) => pair.subI64(u, pair.shlI64(e, i32.const(52))), u, exponent);
  const e = w.each((e, round) => pair.sub(pair.addI64(e, round), round), exponent, w.constantPair(ROUND));
  const s = w.each((m, one) => pair.div(pair.sub(m, one), pair.add(m, one)), mantissa, w.constantPair(1));
  const s2 = w.each(pair.mul, s, s);
  const tail = horner(w, s2, LOG2);
  const log2 = w.each(
    (s, s2, tail, c, e) => pair.add(e, pair.add(pair.mul(s, c), pair.mul(pair.mul(s, s2), tail))),
    s,
    s2,
    tail,
    w.constantPair(TWO_OVER_LN2),
    e,
  );
  // Beyond ±200 the result is 0 or ∞ in f32 whatever the rest.
  const t = w.each(
    (log2, v, top, bottom) => pair.pmax(pair.pmin(pair.mul(v, log2), top), bottom),
    log2,
    v,
    w.constantPair(200),
    w.constantPair(-200),
  );
  const shifted = w.each(pair.add, t, w.constantPair(ROUND));
  const f = w.each(
    (t, shifted, round) => pair.sub(t, pair.sub(shifted, round)),
    t,
    shifted,
    w.constantPair(ROUND),
  );
  const q = horner(w, f, EXP2);
  return w.each(
    (f, q, shifted, one) => pair.addI64(pair.add(pair.mul(f, q), one), pair.shlI64(shifted, i32.const(52))),
    f,
    q,
    shifted,
    w.constantPair(1),
  );
}
