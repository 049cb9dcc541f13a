import { vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";

/** (atan t − t)/t³ in t², minimax on |t| ≤ tan(π/8): relative error under 2⁻²⁹. */
const ATAN = [
  -0.33333315974978966, 0.19998505354890975, -0.14244012524399344, 0.10596553405268659, -0.06083661720371345,
];
const TAN_EIGHTH = 0.4142135623730951;
const TAN_THREE_EIGHTHS = 2.414213562373095;

/** atan u: 2 ULP. |u| above tan(3π/8) goes through −1/u, above tan(π/8) through (u − 1)/(u + 1). */
export function atan(w: LaneWriter, u: Lanes): Lanes {
  const size = w.each(vec.abs, u);
  const one = w.constant(1);
  const far = w.each(vec.gt, size, w.constant(TAN_THREE_EIGHTHS));
  const middle = w.each(vec.gt, size, w.constant(TAN_EIGHTH));
  const numerator = w.each(
    (a, far, middle, one) => vec.select(far, vec.neg(one), vec.select(middle, vec.sub(a, one), a)),
    size,
    far,
    middle,
    one,
  );
  const denominator = w.each(
    (a, far, middle, one) => vec.select(far, a, vec.select(middle, vec.add(a, one), one)),
    size,
    far,
    middle,
    one,
  );
  const t = w.each(vec.div, numerator, denominator);
  const t2 = w.each(vec.mul, t, t);
  const value = w.madd(w.each(vec.mul, t2, t), w.polynomial(t2, ATAN), t);
  // The offsets' own rounding errors are added with the small term.
  const offset = w.each(
    (far, middle, half, quarter, zero) => vec.select(far, half, vec.select(middle, quarter, zero)),
    far,
    middle,
    w.constant(1.5707963267948966),
    w.constant(0.7853981633974483),
    w.constant(0),
  );
  const lost = w.each(
    (far, middle, half, quarter, zero) => vec.select(far, half, vec.select(middle, quarter, zero)),
    far,
    middle,
    w.constant(-4.371138828673793e-8),
    w.constant(-2.1855694143368964e-8),
    w.constant(0),
  );
  return w.each(
    (offset, value, lost, u, sign) => vec.or(vec.add(offset, vec.add(value, lost)), vec.and(u, sign)),
    offset,
    value,
    lost,
    u,
    w.constantBits(0x80000000),
  );
}
