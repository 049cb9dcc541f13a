import { expm1 } from "./exp.js";

/** Hyperbolic tangent; error below 2 ULP. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < 1e-9) return x;
  if (size > 22) return x > 0 ? 1 : -1;
  const t = expm1(2 * size);
  const value = size < 1 ? t / (t + 2) : 1 - 2 / (t + 2);
  return x < 0 ? -value : value;
}
