import { pair, vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";
import { inPairs, pairLog2Of1p } from "./pair-math.js";

const LN2 = 0.6931471805599453;

/** asinh u = log1p(|u| + u²/(1 + √(1 + u²))) with the sign of u: 1 ULP, in f64. */
export function asinh(w: LaneWriter, u: Lanes): Lanes {
  const one = w.constantPair(1);
  const size = w.each(vec.abs, u);
  const value = inPairs(w, size, (a) => {
    const square = w.each(pair.mul, a, a);
    const f = w.each(
      (a, square, one) => pair.add(a, pair.div(square, pair.add(one, pair.sqrt(pair.add(square, one))))),
      a,
      square,
      one,
    );
    return w.each(pair.mul, pairLog2Of1p(w, f), w.constantPair(LN2));
  });
  // Infinities and NaN are their own results.
  return w.each(
    (value, u, infinity, sign) =>
      vec.select(vec.lt(vec.abs(u), infinity), vec.or(value, vec.and(u, sign)), u),
    value,
    u,
    w.constant(Number.POSITIVE_INFINITY),
    w.constantBits(0x80000000),
  );
}

/** acosh u = log1p(d + √(d (d + 2))) with d = u − 1: 1 ULP, in f64; NaN below 1. */
export function acosh(w: LaneWriter, u: Lanes): Lanes {
  const value = inPairs(w, u, (u) => {
    const above = w.each(pair.sub, u, w.constantPair(1));
    const f = w.each(
      (d, two) => pair.add(d, pair.sqrt(pair.mul(d, pair.add(d, two)))),
      above,
      w.constantPair(2),
    );
    return w.each(pair.mul, pairLog2Of1p(w, f), w.constantPair(LN2));
  });
  return w.each(
    (value, u, infinity, one) =>
      vec.select(vec.lt(u, infinity), vec.select(vec.ge(u, one), value, vec.const(Number.NaN)), u),
    value,
    u,
    w.constant(Number.POSITIVE_INFINITY),
    w.constant(1),
  );
}

/** atanh u = ½ log1p(2|u|/(1 − |u|)) with the sign of u: 1 ULP, in f64; ±∞ at ±1, NaN beyond. */
export function atanh(w: LaneWriter, u: Lanes): Lanes {
  const one = w.constant(1);
  const value = inPairs(w, w.each(vec.abs, u), (a) => {
    const f = w.each((a, one) => pair.div(pair.add(a, a), pair.sub(one, a)), a, w.constantPair(1));
    return w.each(pair.mul, pairLog2Of1p(w, f), w.constantPair(LN2 / 2));
  });
  return w.each(
    (value, u, one, infinity, sign) => {
      const size = vec.abs(u);
      const atEnd = vec.select(vec.eq(size, one), infinity, vec.const(Number.NaN));
      return vec.or(vec.select(vec.lt(size, one), value, atEnd), vec.and(u, sign));
    },
    value,
    u,
    one,
    w.constant(Number.POSITIVE_INFINITY),
    w.constantBits(0x80000000),
  );
}
