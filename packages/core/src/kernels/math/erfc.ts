import { pair, vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";
import { inPairs, pairExp2, pairPolynomial } from "./pair-math.js";

const MINUS_LOG2E = -1.4426950408889634;
/** e^(u²)·erfc(u) = t·P(t), t = 1/(1 + 0.3u), u in [0, 10.2]: relative error under 2⁻³¹. */
const ERFCX = [
  0.16927568665808623, 0.1688149263304779, 0.16625116416464877, 0.11824023026587857, 0.23631631374989037,
  -0.20286395874208457, 0.6287062232663526, -0.6587463098427901, 0.5879635580601801, -0.24481456597873494,
  0.02653407274439924, 0.004322659425625525,
];

/** erfc u = 1 − erf u: 1 ULP, in f64, where squaring u costs nothing of e^(−u²). */
export function erfc(w: LaneWriter, u: Lanes): Lanes {
  const one = w.constantPair(1);
  const value = inPairs(w, u, (u) => {
    const t = w.each(
      (u, one, c) => pair.div(one, pair.add(one, pair.mul(pair.abs(u), c))),
      u,
      one,
      w.constantPair(0.3),
    );
    const g = pairExp2(
      w,
      w.each((u, c) => pair.mul(pair.mul(u, u), c), u, w.constantPair(MINUS_LOG2E)),
    );
    const tail = w.each((g, t, p) => pair.mul(g, pair.mul(t, p)), g, t, pairPolynomial(w, t, ERFCX));
    return w.each(
      (tail, u, two, zero) => vec.select(pair.lt(u, zero), pair.sub(two, tail), tail),
      tail,
      u,
      w.constantPair(2),
      w.constantPair(0),
    );
  });
  return w.each((value, u) => vec.select(vec.eq(u, u), value, u), value, u);
}
