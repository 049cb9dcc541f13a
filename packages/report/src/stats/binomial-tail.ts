import { incompleteBeta } from "./incomplete-beta.js";

/** P(X ≥ k) of a binomial variable with n trials of probability p: I_p(k, n − k + 1) (DLMF 8.17.5). */
export function binomialTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  return k > n ? 0 : incompleteBeta(p, k, n - k + 1);
}
