import { incompleteBeta } from "./incomplete-beta.js";

/** P(F ≥ f) of Fisher's F with d1 and d2 degrees of freedom: I_{d2/(d2 + d1 f)}(d2/2, d1/2) (A&S 26.6.2). */
export function fTail(f: number, d1: number, d2: number): number {
  return f <= 0 ? 1 : incompleteBeta(d2 / (d2 + d1 * f), d2 / 2, d1 / 2);
}
