import { vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";
import { addLog1pOfUnit } from "./log.js";

/** tanh u = u + u³·P(u²) for |u| < 0.63, minimax, relative error under 2⁻²⁷. */
const TANH = [
  -0.33333277328217586, 0.13331299890590956, -0.053726826340164006, 0.020594465458260748,
  -0.005652778523553779,
];

/**
 * 1 / (1 + e⁻ᵛ) from e = e^−|v|; with `mirrored`, the same at −v. 2 ULP: c + c·s with s = −e / (1 + e) and c = 1 or e
 * on the two sides, so that an error of 1 + e reaches the result e times smaller.
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

/** log(1 + eᵘ) = max(u, 0) + log1p(e^−|u|): 2 ULP. */
export function softplus(w: LaneWriter, u: Lanes, e: Lanes): Lanes {
  return addLog1pOfUnit(w, w.each(vec.pmax, u, w.constant(0)), e);
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
