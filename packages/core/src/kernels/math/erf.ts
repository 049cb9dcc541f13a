import { vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";

/** erf(u)/u − 1 in u², minimax on |u| < 0.96, relative error under 2⁻³⁰. */
const ERF = [
  0.12837916630448354, -0.37612630687391, 0.11283650789620572, -0.02685702290168236, 0.005195372870678262,
  -0.0008080975062831994, 8.11905354272e-5,
];
/** e^(u²)·erfc(u) = t·P(t), t = 1/(1 + 0.3u), u in [0, 10]: relative error under 2⁻²⁵. */
const ERFCX = [
  0.16918782862741819, 0.17071778556039252, 0.14832342161453552, 0.21497991782391257, -0.09476283359325256,
  0.5478656930651957, -0.5123936486000109, 0.48561446762716914, -0.1295326517250454,
];

/** erfc|u| from g = e^(−u²). Relative error grows with u² as that of g does; absolute error 2⁻²⁴. */
export function erfcOfAbs(w: LaneWriter, u: Lanes, g: Lanes): Lanes {
  const one = w.constant(1);
  const t = w.each(
    (u, one, c) => vec.div(one, vec.add(one, vec.mul(vec.abs(u), c))),
    u,
    one,
    w.constant(0.3),
  );
  const p = w.polynomial(t, ERFCX);
  return w.each((g, t, p) => vec.mul(g, vec.mul(t, p)), g, t, p);
}

/** 1 + erf u = erfc(−u), without cancellation for u < 0. */
export function onePlusErf(w: LaneWriter, u: Lanes, g: Lanes): Lanes {
  const c = erfcOfAbs(w, u, g);
  return w.each(
    (c, u, two, zero) => vec.select(vec.lt(u, zero), c, vec.sub(two, c)),
    c,
    u,
    w.constant(2),
    w.constant(0),
  );
}

/** erf u: 2 ULP. */
export function erf(w: LaneWriter, u: Lanes, g: Lanes): Lanes {
  const u2 = w.each(vec.mul, u, u);
  const near = w.madd(u, w.polynomial(u2, ERF), u);
  const c = erfcOfAbs(w, u, g);
  const far = w.each(
    (c, u, one, sign) => vec.or(vec.sub(one, c), vec.and(u, sign)),
    c,
    u,
    w.constant(1),
    w.constantBits(0x80000000),
  );
  return w.each(
    (near, far, u, limit) => vec.select(vec.lt(vec.abs(u), limit), near, far),
    near,
    far,
    u,
    w.constant(0.96),
  );
}
