import { i32 } from "../../wasm/scalar.js";
import { pair, vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";
import { inPairs, pairPolynomial } from "./pair-math.js";

/** (sin r − r)/r³ and (cos r − 1 + r²/2)/r⁴ in r², minimax on |r| ≤ π/4: relative errors under 2⁻³². */
const SIN = [-0.16666666640822805, 0.008333329299972842, -0.00019839309295383958, 2.718084656077032e-6];
const COS = [0.04166664577401304, -0.001388731869767809, 2.443327668533458e-5];
const TWO_OVER_PI = 0.6366197723675814;
/** π/2 in two f64; the first has 33 bits, so its product with a whole number below 2²⁰ is exact. */
const HALF_PI_HIGH = 1.5707963267341256;
const HALF_PI_LOW = 6.077100506506192e-11;
/** Adding 1.5 · 2⁵² rounds to a whole number and leaves it in the low bits. */
const ROUND = 6755399441055744;

/**
 * sin u, or cos u: 2 ULP for |u| ≤ 2²⁰ (reduction by π/2 in f64); beyond, some number in [−1, 1].
 */
export function sine(w: LaneWriter, u: Lanes, which: "sin" | "cos"): Lanes {
  const low = quarterTurns(w, w.each(pair.low, u));
  const high = quarterTurns(w, w.each(pair.high, u));
  const limit = w.constant(0.7853982);
  const rest = w.each(
    (low, high, limit) => vec.pmax(vec.pmin(pair.join(low, high), limit), vec.neg(limit)),
    low.rest,
    high.rest,
    limit,
  );
  const turned = w.each(pair.lowWords, low.turns, high.turns);
  const quarter = which === "sin" ? turned : w.each(vec.addI32, turned, w.constantBits(1));
  const r2 = w.each(vec.mul, rest, rest);
  const odd = w.madd(w.each(vec.mul, r2, rest), w.polynomial(r2, SIN), rest);
  const sin = w.each((s, r, sign) => vec.or(s, vec.and(r, sign)), odd, rest, w.constantBits(0x80000000));
  const half = w.madd(r2, w.constant(-0.5), w.constant(1));
  const cos = w.madd(w.each(vec.mul, r2, r2), w.polynomial(r2, COS), half);
  return w.each(
    (sin, cos, quarter, one) =>
      vec.xor(
        vec.select(vec.eqI32(vec.and(quarter, one), one), cos, sin),
        vec.shlI32(vec.shrU32(quarter, i32.const(1)), i32.const(31)),
      ),
    sin,
    cos,
    quarter,
    w.constantBits(1),
  );
}

/**
 * tan u: 1 ULP for |u| ≤ 2²⁰, in f64, since the quotient of two roundings would be off by more; beyond, some
 * number or ±∞.
 */
export function tan(w: LaneWriter, u: Lanes): Lanes {
  return inPairs(w, u, (u) => {
    const { turns, rest } = quarterTurns(w, u);
    const limit = w.constantPair(0.7853981633974483);
    const r = w.each((r, limit) => pair.pmax(pair.pmin(r, limit), pair.neg(limit)), rest, limit);
    const r2 = w.each(pair.mul, r, r);
    const sin = w.each(
      // A product keeps the sign of a zero, which a sum would lose.
      (r, r2, p, one) => pair.mul(r, pair.add(one, pair.mul(r2, p))),
      r,
      r2,
      pairPolynomial(w, r2, SIN),
      w.constantPair(1),
    );
    const cos = w.each(
      (r2, p, one, half) => pair.add(pair.sub(one, pair.mul(r2, half)), pair.mul(pair.mul(r2, r2), p)),
      r2,
      pairPolynomial(w, r2, COS),
      w.constantPair(1),
      w.constantPair(0.5),
    );
    // All ones where the number of quarter turns is odd: there it is −cos / sin.
    const odd = w.each((turns) => pair.shrI64(pair.shlI64(turns, i32.const(63)), i32.const(63)), turns);
    return w.each(
      (sin, cos, odd) => pair.div(vec.select(odd, pair.neg(cos), sin), vec.select(odd, sin, cos)),
      sin,
      cos,
      odd,
    );
  });
}

/** u = turns · π/2 + rest, |rest| ≤ π/4, turns in the low bits of each 64-bit lane. */
function quarterTurns(w: LaneWriter, u: Lanes): { readonly turns: Lanes; readonly rest: Lanes } {
  const turns = w.each(
    (u, c, round) => pair.add(pair.mul(u, c), round),
    u,
    w.constantPair(TWO_OVER_PI),
    w.constantPair(ROUND),
  );
  const rest = w.each(
    (u, turns, round, high, low) => {
      const n = pair.sub(turns, round);
      return pair.sub(pair.sub(u, pair.mul(n, high)), pair.mul(n, low));
    },
    u,
    turns,
    w.constantPair(ROUND),
    w.constantPair(HALF_PI_HIGH),
    w.constantPair(HALF_PI_LOW),
  );
  return { turns, rest };
}
