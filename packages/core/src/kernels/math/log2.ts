import { pair, vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";
import { inPairs, pairLog2 } from "./pair-math.js";

const LOG10_2 = 0.3010299956639812;

/** log₂ u, or log₁₀ u: 1 ULP, in f64; −∞ at 0, NaN below 0, +∞ at +∞. */
export function logOfBase(w: LaneWriter, u: Lanes, base: 2 | 10): Lanes {
  const value = inPairs(w, u, (u) => {
    const log2 = pairLog2(w, u);
    return base === 2 ? log2 : w.each(pair.mul, log2, w.constantPair(LOG10_2));
  });
  return w.each(
    (value, u, infinity, zero) => {
      const atEnd = vec.select(vec.eq(u, zero), vec.neg(infinity), vec.const(Number.NaN));
      return vec.select(vec.lt(u, infinity), vec.select(vec.gt(u, zero), value, atEnd), u);
    },
    value,
    u,
    w.constant(Number.POSITIVE_INFINITY),
    w.constant(0),
  );
}
