import type { Arithmetic } from "./optimizer.js";

/** v ← β · v + (1 − β) · g². */
export function decayingSquares<T>(
  a: Arithmetic<T>,
  { v, gradient, beta }: { readonly v: T; readonly gradient: T; readonly beta: number },
): T {
  const square = a.mul(gradient, gradient);
  return a.madd(a.constant(beta), v, a.mul(a.constant(1 - beta), square));
}
