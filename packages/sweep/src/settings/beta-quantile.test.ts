import { expect, it } from "vitest";
import { betaQuantile } from "./beta-quantile.js";

// scipy.stats.beta.ppf(u, a, b)
it.each([
  [0.1, 2, 5, 0.09259525891312873],
  [0.5, 0.5, 0.5, 0.5],
  [0.9, 8, 2, 0.9392309503492315],
  [0.01, 1, 1, 0.01],
  [1e-6, 3, 0.7, 0.012302992262996523],
  [0.999999, 30, 20, 0.8713900581829731],
])("a share %d of Beta(%d, %d) lies below %d", (u, a, b, expected) => {
  // Lanczos' sum is good to 1e-14; steep ends lose some digits of it.
  expect(Math.abs(betaQuantile(u, a, b) / expected - 1)).toBeLessThan(1e-9);
});

it("the ends are 0 and 1", () => {
  expect([0, 1].map((u) => betaQuantile(u, 2, 5))).toEqual([0, 1]);
});
