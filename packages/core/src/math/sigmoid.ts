import { exp } from "./exp.js";

/** 1 / (1 + e⁻ˣ), with full relative precision for very negative x too. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}
