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
/** Adding 1.5 · 2⁵² rounds to a whole number and leaves it in the low bits. */
const ROUND = 6755399441055744;
/** Subtracting its bits from those of a number leaves the exponent relative to √½ on top. */
const ROOT_HALF = 0.7071067811865476;

/** Four f32 through a function of two f64 each, rounded once at the end. */
export function inPairs(w: LaneWriter, u: Lanes, f: (half: Lanes) => Lanes): Lanes {
  const low = f(w.each(pair.low, u));
  const high = f(w.each(pair.high, u));
  return w.each(pair.join, low, high);
}

/** c₀ + c₁·t + c₂·t² + … in f64 lanes by Horner's rule. */
export function pairPolynomial(w: LaneWriter, t: Lanes, coefficients: readonly number[]): Lanes {
  const [top = 0, ...rest] = [...coefficients].reverse();
  return rest.reduce(
    (sum, c) => w.each((sum, t, c) => pair.add(pair.mul(sum, t), c), sum, t, w.constantPair(c)),
    w.constantPair(top),
  );
}

/** log₂ u of positive finite f64. */
export function pairLog2(w: LaneWriter, u: Lanes): Lanes {
  const { e, mantissa } = splitPower(w, u);
  const one = w.constantPair(1);
  return log2Of(w, e, w.each(pair.sub, mantissa, one), w.each(pair.add, mantissa, one));
}

/** log₂(1 + f) of finite f64 f > −1, exact near 0. */
export function pairLog2Of1p(w: LaneWriter, f: Lanes): Lanes {
  const one = w.constantPair(1);
  const { e, mantissa } = splitPower(w, w.each(pair.add, f, one));
  // Without a power of two taken out, f itself is the mantissa less 1 and carries no rounding of 1 + f.
  const above = w.each(
    (e, f, mantissa, one, zero) => vec.select(pair.eq(e, zero), f, pair.sub(mantissa, one)),
    e,
    f,
    mantissa,
    one,
    w.constantPair(0),
  );
  return log2Of(w, e, above, w.each(pair.add, mantissa, one));
}

/** u = 2ᵉ · mantissa with √½ ≤ mantissa < √2; e as f64. */
function splitPower(w: LaneWriter, u: Lanes): { readonly e: Lanes; readonly mantissa: Lanes } {
  const split = w.each(pair.subI64, u, w.constantPair(ROOT_HALF));
  const exponent = w.each((s) => pair.shrI64(s, i32.const(52)), split);
  const mantissa = w.each((u, e) => pair.subI64(u, pair.shlI64(e, i32.const(52))), u, exponent);
  const e = w.each((e, round) => pair.sub(pair.addI64(e, round), round), exponent, w.constantPair(ROUND));
  return { e, mantissa };
}

/** e + log₂ m from m − 1 and m + 1. */
function log2Of(w: LaneWriter, e: Lanes, below: Lanes, above: Lanes): Lanes {
  const s = w.each(pair.div, below, above);
  const s2 = w.each(pair.mul, s, s);
  const tail = pairPolynomial(w, s2, LOG2);
  return w.each(
    (s, s2, tail, c, e) => pair.add(e, pair.add(pair.mul(s, c), pair.mul(pair.mul(s, s2), tail))),
    s,
    s2,
    tail,
    w.constantPair(TWO_OVER_LN2),
    e,
  );
}

/** 2ᵗ in f64; beyond ±200 as at ±200, where f32 has 0 or ∞ already. NaN gives garbage. */
export function pairExp2(w: LaneWriter, t: Lanes): Lanes {
  const held = w.each(
    (t, top, bottom) => pair.pmax(pair.pmin(t, top), bottom),
    t,
    w.constantPair(200),
    w.constantPair(-200),
  );
  const shifted = w.each(pair.add, held, w.constantPair(ROUND));
  const f = w.each(
    (t, shifted, round) => pair.sub(t, pair.sub(shifted, round)),
    held,
    shifted,
    w.constantPair(ROUND),
  );
  const q = pairPolynomial(w, f, EXP2);
  return w.each(
    (f, q, shifted, one) => pair.addI64(pair.add(pair.mul(f, q), one), pair.shlI64(shifted, i32.const(52))),
    f,
    q,
    shifted,
    w.constantPair(1),
  );
}
