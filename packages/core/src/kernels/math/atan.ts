import { vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";

/** (atan t − t)/t³ in t², minimax on |t| ≤ ½: relative error under 2⁻³¹. */
const ATAN = [
  -0.33333328520989014, 0.19999565236236333, -0.14273310511953508, 0.10950074015058697, -0.08015169232663506,
  0.039124735184535187,
];
/**
 * Higher than tan(π/8): the nearer to 1, the less of the quarter is taken off again, and of its rounding
 * error.
 */
const TO_QUARTER = 0.5;
const TAN_THREE_EIGHTHS = 2.414213562373095;

/** atan u: 2 ULP. |u| above tan(3π/8) goes through −1/u, above ½ through (u − 1)/(u + 1). */
export function atan(w: LaneWriter, u: Lanes): Lanes {
  const size = w.each(vec.abs, u);
  const one = w.constant(1);
  const far = w.each(vec.gt, size, w.constant(TAN_THREE_EIGHTHS));
  const middle = w.each(vec.gt, size, w.constant(TO_QUARTER));
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
