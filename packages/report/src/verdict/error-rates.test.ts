import { describe, expect, it } from "vitest";
import { falseClaims, tCoverage } from "../../test/simulate.js";

describe("what the verdicts promise, by simulation", () => {
  it.each([3, 5, 10, 20])("t intervals of %d normal differences cover 94 to 96 %% of the time", (n) => {
    const share = tCoverage(n, 6000);
    expect(share).toBeGreaterThan(0.94);
    expect(share).toBeLessThan(0.96);
  });

  it("five equal settings against one baseline give a false claim at most 5 % of the time, also with a second look", () => {
    const { first, second, either } = falseClaims({ size: 5, n: 5, draws: 1000 });
    // Two standard errors of a share of 5 % in 1,000 families.
    const error = 2 * Math.sqrt((0.05 * 0.95) / 1000);
    expect(first).toBeLessThan(0.05 + error);
    expect(second).toBeLessThan(0.0125 + error);
    expect(either).toBeLessThan(0.05 + error);
  });
});
