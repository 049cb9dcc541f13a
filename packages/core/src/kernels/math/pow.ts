import { pair, vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";
import { pairExp2, pairLog2 } from "./pair-math.js";

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

function power(w: LaneWriter, u: Lanes, v: Lanes): Lanes {
  return pairExp2(w, w.each(pair.mul, v, pairLog2(w, u)));
}
