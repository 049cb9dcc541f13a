import { exp } from "./exp.js";
import { log1p } from "./log1p.js";

/** log(1 + eˣ) without overflow. */
export function softplus(x: number): number {
  return Math.max(x, 0) + log1p(exp(-Math.abs(x)));
}
