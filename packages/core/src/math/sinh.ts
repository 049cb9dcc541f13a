import { exp, expm1 } from "./exp.js";

/** From here on e⁻ˣ is lost in eˣ. */
const FAR = 22;
/** The last x whose eˣ is finite. */
const OVERFLOW = 709.782712893384;

/** Hyperbolic sine, (eˣ − e⁻ˣ) / 2; error below 3 ULP. */
export function sinh(x: number): number {
  const size = Math.abs(x);
  if (size < 1e-9) return x;
  const value = size < FAR ? fromExpm1(expm1(size)) : halfExp(size);
  return x < 0 ? -value : value;
}

/** Hyperbolic cosine, (eˣ + e⁻ˣ) / 2; error below 3 ULP. */
export function cosh(x: number): number {
  const size = Math.abs(x);
  if (!(size < FAR)) return halfExp(size);
  const e = exp(size);
  return 0.5 * e + 0.5 / e;
}

/** (t + t / (1 + t)) / 2 with t = eˣ − 1 does not cancel near 0. */
function fromExpm1(t: number): number {
  return 0.5 * (t + t / (t + 1));
}

/** eˣ / 2, which is finite for x a little beyond the last finite eˣ. */
function halfExp(x: number): number {
  if (x < OVERFLOW || Number.isNaN(x)) return 0.5 * exp(x);
  const root = exp(0.5 * x);
  return 0.5 * root * root;
}
