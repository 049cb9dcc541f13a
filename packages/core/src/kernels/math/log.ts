import { i32 } from "../../wasm/scalar.js";
import { vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";

const LN2_HIGH = 0.693359375;
const LN2_LOW = -2.1219444005469057e-4;
/** (2·atanh s − 2s) / s³ in s², minimax on |s| ≤ 1/3: error under 2⁻³². */
const ATANH = [
  0.6666667422986479, 0.39998978413203873, 0.2861447371755687, 0.21451202551508256, 0.24220032425865595,
];

/**
 * f − log(1 + f) = s (f − s²·P(s²)), where s = f / (2 + f) and log((1 + s)/(1 − s)) = 2s + s³·P(s²) for |s| ≤
 * 1/3: since 2s = f − f·s, the leading term carries no rounding of the division.
 */
export function shortfallOfLog1p(w: LaneWriter, f: Lanes): Lanes {
  const s = w.each(vec.div, f, w.each(vec.add, f, w.constant(2)));
  const s2 = w.each(vec.mul, s, s);
  const p = w.each(vec.mul, s2, w.polynomial(s2, ATANH));
  return w.each(vec.mul, s, w.each(vec.sub, f, p));
}

function logOfRatio(w: LaneWriter, f: Lanes): Lanes {
  return w.each(vec.sub, f, shortfallOfLog1p(w, f));
}

/** log u: 2 ULP; −∞ at 0, NaN below 0, +∞ at +∞. */
export function log(w: LaneWriter, u: Lanes): Lanes {
  const smallest = w.constant(1.1754943508222875e-38);
  const tiny = w.each(vec.lt, u, smallest);
  const scaled = w.each((u, tiny, up) => vec.select(tiny, vec.mul(u, up), u), u, tiny, w.constant(8388608));
  // The exponent is taken relative to √½, so that the mantissa lies in [√½, √2).
  const bits = w.each(vec.subI32, scaled, w.constantBits(0x3f3504f3));
  const exponent = w.each((b) => vec.shrI32(b, i32.const(23)), bits);
  const mantissa = w.each((u, e) => vec.subI32(u, vec.shlI32(e, i32.const(23))), scaled, exponent);
  const n = w.each(
    (e, tiny, shift) => vec.sub(vec.toF32(e), vec.and(tiny, shift)),
    exponent,
    tiny,
    w.constant(23),
  );
  const f = w.each(vec.sub, mantissa, w.constant(1));
  const small = w.madd(n, w.constant(LN2_LOW), logOfRatio(w, f));
  const value = w.madd(n, w.constant(LN2_HIGH), small);
  const atEnds = w.each(
    (value, u, infinity, zero) =>
      vec.select(
        vec.lt(u, infinity),
        vec.select(
          vec.gt(u, zero),
          value,
          vec.select(vec.eq(u, zero), vec.neg(infinity), vec.const(Number.NaN)),
        ),
        u,
      ),
    value,
    u,
    w.constant(Number.POSITIVE_INFINITY),
    w.constant(0),
  );
  return atEnds;
}

/** log(1 + u): 2 ULP; the rounding of 1 + u is added back. */
export function log1p(w: LaneWriter, u: Lanes): Lanes {
  const one = w.constant(1);
  const v = w.each(vec.add, u, one);
  const lost = w.each(
    (u, v, one) => vec.select(vec.gt(u, one), vec.sub(one, vec.sub(v, u)), vec.sub(u, vec.sub(v, one))),
    u,
    v,
    one,
  );
  const value = w.each((l, lost, v) => vec.add(l, vec.div(lost, v)), log(w, v), lost, v);
  return w.each(
    (value, u, v, limit, infinity, zero, one) =>
      vec.select(
        vec.lt(vec.abs(u), limit),
        u,
        vec.select(
          vec.and(vec.lt(v, infinity), vec.ne(v, zero)),
          value,
          vec.select(vec.eq(v, zero), vec.neg(infinity), vec.mul(u, one)),
        ),
      ),
    value,
    u,
    v,
    w.constant(5.9604645e-8),
    w.constant(Number.POSITIVE_INFINITY),
    w.constant(0),
    one,
  );
}
