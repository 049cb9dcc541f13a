import { normalCdf, normalExpectation } from "@actbench/core/internal";

/** P(R ≤ q) of the range R of k standard normal draws: k · E[(Φ(z) − Φ(z − q))^(k−1)]. */
export function normalRangeCdf(q: number, k: number): number {
  if (q <= 0) return 0;
  return Math.min(1, k * normalExpectation((z) => (normalCdf(z) - normalCdf(z - q)) ** (k - 1)));
}
