import { i32 } from "../../wasm/scalar.js";
import { vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";

/** Adding 1.5 · 2²³ rounds to a whole number and leaves it in the low bits of the sum. */
const ROUND = 12582912;
const LOG2E = 1.4426950408889634;
/** ln 2 in two parts; the first has 10 bits, so its product with a small whole number is exact. */
const LN2_HIGH = 0.693359375;
const LN2_LOW = -2.1219444005469057e-4;
/** (eʳ − 1 − r) / r² on |r| ≤ 0.35, minimax, relative error of eʳ below 2⁻³³. */
const TAIL = [
  0.5000000071536397, 0.1666666582142573, 0.041666280657324445, 0.008333503535193822, 0.0013945733681012104,
  0.00019789349869297866,
];
/** The last u whose eᵘ is a finite f32; below the other it is under 2⁻¹²⁶. */
const OVERFLOW = 88.72283172607422;
const UNDERFLOW = -87.33654022216797;

/** eᵘ = 2ⁿ · (1 + q): n is in the exponent's place of `shifted`, q is accurate near 0. */
export interface ExpParts {
  readonly shifted: Lanes;
  readonly q: Lanes;
}

export function expParts(w: LaneWriter, u: Lanes): ExpParts {
  const t = w.madd(u, w.constant(LOG2E), w.constant(ROUND));
  const n = w.each(vec.sub, t, w.constant(ROUND));
  const r = w.madd(n, w.constant(-LN2_LOW), w.madd(n, w.constant(-LN2_HIGH), u));
  const tail = w.polynomial(r, TAIL);
  const q = w.madd(w.each(vec.mul, r, r), tail, r);
  return { shifted: w.each((a) => vec.shlI32(a, i32.const(23)), t), q };
}

/** Whether the caller knows u ≤ 0, which saves the guard against overflow. */
export type ExpDomain = "any" | "nonpositive";

/** eᵘ: 2 ULP, or 2⁻¹²⁶ absolute (results under 2⁻¹²⁶ are 0). NaN stays NaN. */
export function exp(w: LaneWriter, u: Lanes, parts: ExpParts, domain: ExpDomain): Lanes {
  const one = w.each(vec.add, parts.q, w.constant(1));
  const scaled = w.each(vec.addI32, one, parts.shifted);
  const low = w.each(
    (value, u, limit) => vec.andNot(value, vec.lt(u, limit)),
    scaled,
    u,
    w.constant(UNDERFLOW),
  );
  if (domain === "nonpositive") return low;
  return w.each(
    (value, u, limit, infinity) => vec.select(vec.gt(u, limit), infinity, value),
    low,
    u,
    w.constant(OVERFLOW),
    w.constant(Number.POSITIVE_INFINITY),
  );
}

/** eᵘ − 1: 2 ULP. Halved scale, so that 2ⁿ for n = 128 does not overflow early. */
export function expm1(w: LaneWriter, u: Lanes, parts: ExpParts, domain: ExpDomain): Lanes {
  const half = w.each(vec.addI32, parts.shifted, w.constantBits(0x3f000000));
  const h = w.madd(half, parts.q, w.each(vec.sub, half, w.constant(0.5)));
  const value = w.each((a) => vec.add(a, a), h);
  const low = w.each(
    (value, u, limit, minusOne) => vec.select(vec.lt(u, limit), minusOne, value),
    value,
    u,
    w.constant(-18),
    w.constant(-1),
  );
  // e^−0 − 1 is −0 and a tiny u is its own result: h would lose both to the exponent's granularity.
  const kept = w.each(
    (value, u, limit) => vec.select(vec.lt(vec.abs(u), limit), u, value),
    low,
    u,
    w.constant(5.9604645e-8),
  );
  if (domain === "nonpositive") return kept;
  return w.each(
    (value, u, limit, infinity) => vec.select(vec.gt(u, limit), infinity, value),
    kept,
    u,
    w.constant(OVERFLOW),
    w.constant(Number.POSITIVE_INFINITY),
  );
}
