import { vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";
import type { ExpParts } from "./exp.js";

/** (sinh u − u)/u³ in u², minimax on |u| ≤ 1: relative error of sinh under 2⁻³². */
const SINH = [0.16666666646842135, 0.00833333967591706, 0.00019838101968683888, 2.8062802582276946e-6];
/** Between the last finite cosh u, at 89.416, and the first u whose power of two leaves f32, at 89.76. */
const OVERFLOW = 89.5;

/** sinh u from the parts of e^|u|: a polynomial near 0, (e^|u| − e^−|u|)/2 beyond. 2 ULP. */
export function sinh(w: LaneWriter, u: Lanes, parts: ExpParts): Lanes {
  const u2 = w.each(vec.mul, u, u);
  const near = w.madd(w.each(vec.mul, u2, u), w.polynomial(u2, SINH), u);
  const far = halfExps(w, u, parts, "minus");
  return w.each(
    (near, far, u, limit, sign) => vec.select(vec.lt(vec.abs(u), limit), near, vec.or(far, vec.and(u, sign))),
    near,
    far,
    u,
    w.constant(1),
    w.constantBits(0x80000000),
  );
}

/** cosh u from the parts of e^|u|: 2 ULP. */
export function cosh(w: LaneWriter, u: Lanes, parts: ExpParts): Lanes {
  return halfExps(w, u, parts, "plus");
}

/**
 * (e^|u| ± e^−|u|)/2 with e^|u| = 2ⁿ + 2ⁿq: the power of two is added last, so that the roundings of q count
 * less. All at half its size, since 2ⁿ overflows before the sum does.
 */
function halfExps(w: LaneWriter, u: Lanes, { shifted, q }: ExpParts, sign: "plus" | "minus"): Lanes {
  const quarter = w.each(vec.addI32, shifted, w.constantBits(0x3e800000));
  const other = w.each(
    (power, q, c) => vec.div(c, vec.add(power, vec.mul(power, q))),
    quarter,
    q,
    w.constant(sign === "plus" ? 0.0625 : -0.0625),
  );
  const half = w.each((power, rest) => vec.add(power, rest), quarter, w.madd(quarter, q, other));
  return w.each(
    (half, u, limit, infinity) => vec.select(vec.gt(vec.abs(u), limit), infinity, vec.add(half, half)),
    half,
    u,
    w.constant(OVERFLOW),
    w.constant(Number.POSITIVE_INFINITY),
  );
}
