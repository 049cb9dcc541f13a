import { log } from "./log.js";
import { log1p } from "./log1p.js";

const LN2 = 0.6931471805599453;
/** Beyond it 1 is lost in x². */
const FAR = 1e9;

/** Inverse hyperbolic sine, log(x + √(x² + 1)); error below 3 ULP. */
export function asinh(x: number): number {
  const size = Math.abs(x);
  if (size < 1e-9) return x;
  const value = size > FAR ? log(size) + LN2 : log1p(size + (size * size) / (1 + Math.sqrt(1 + size * size)));
  return x < 0 ? -value : value;
}

/** Inverse hyperbolic cosine, log(x + √(x² − 1)), NaN below 1; error below 3 ULP. */
export function acosh(x: number): number {
  if (!(x >= 1)) return Number.NaN;
  if (x > FAR) return log(x) + LN2;
  const above = x - 1;
  return log1p(above + Math.sqrt(above * (above + 2)));
}

/** Inverse hyperbolic tangent, ½ log((1 + x) / (1 − x)), ±∞ at ±1, NaN beyond; error below 3 ULP. */
export function atanh(x: number): number {
  const size = Math.abs(x);
  if (size < 1e-9) return x;
  const value = 0.5 * log1p((2 * size) / (1 - size));
  return x < 0 ? -value : value;
}
