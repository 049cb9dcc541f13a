import { vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";
import type { ExpParts } from "./exp.js";
import { shortfallOfLog1p } from "./log.js";

/** tanh u = u + u³·P(u²) for |u| < 0.63, minimax, relative error under 2⁻²⁷. */
const TANH = [
  -0.33333277328217586, 0.13331299890590956, -0.053726826340164006, 0.020594465458260748,
  -0.005652778523553779,
];

/**
 * 1 / (1 + e⁻ᵛ) from e = e^−|v|; with `mirrored`, the same at −v. 2 ULP: c + c·s with s = −e / (1 + e) and c
 * = 1 or e on the two sides, so that an error of 1 + e reaches the result e times smaller.
 */
export function sigmoid(w: LaneWriter, v: Lanes, e: Lanes, side: "plain" | "mirrored"): Lanes {
  const one = w.constant(1);
  const share = w.each((e, minusOne) => vec.div(e, vec.sub(minusOne, e)), e, w.constant(-1));
  const c = w.each(
    (v, e, one, zero) =>
      side === "plain" ? vec.select(vec.ge(v, zero), one, e) : vec.select(vec.gt(v, zero), e, one),
    v,
    e,
    one,
    w.constant(0),
  );
  return w.madd(c, share, c);
}

/**
 * log(1 + eᵘ) = max(u, 0) + e − (e − log1p e) with e = e^−|u| = 2ⁿ + 2ⁿq: 2 ULP. The parts of e are added one
 * by one, the smallest first, so that its rounding, the largest error of all, enters through e − log1p e
 * only.
 */
export function softplus(w: LaneWriter, u: Lanes, e: Lanes, { shifted, q }: ExpParts): Lanes {
  const start = w.each(vec.pmax, u, w.constant(0));
  const within = w.each(vec.gt, e, w.constant(0));
  const power = w.each(
    (one, shifted, within) => vec.and(vec.addI32(one, shifted), within),
    w.constant(1),
    shifted,
    within,
  );
  const rest = w.each((power, q, within) => vec.and(vec.mul(power, q), within), power, q, within);
  return w.each(
    (start, shortfall, rest, power) => vec.add(power, vec.add(rest, vec.sub(start, shortfall))),
    start,
    shortfallOfLog1p(w, e),
    rest,
    power,
  );
}

/** tanh u from e = e^−2|u|: a polynomial near 0, (1 − e)/(1 + e) beyond. 2 ULP. */
export function tanh(w: LaneWriter, u: Lanes, e: Lanes): Lanes {
  const u2 = w.each(vec.mul, u, u);
  const near = w.madd(w.each(vec.mul, u2, u), w.polynomial(u2, TANH), u);
  const one = w.constant(1);
  const far = w.each((e, one) => vec.div(vec.sub(one, e), vec.add(one, e)), e, one);
  return w.each(
    (near, far, u, limit, sign) => vec.or(vec.select(vec.lt(vec.abs(u), limit), near, far), vec.and(u, sign)),
    near,
    far,
    u,
    w.constant(0.625),
    w.constantBits(0x80000000),
  );
}
