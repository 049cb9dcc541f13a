import { describe, expect, it } from "vitest";
import { falseClaims, tCoverage } from "../../test/simulate.js";

describe("what the verdicts promise, by simulation", () => {
  it.each([3, 5, 10, 20])("t intervals of %d normal differences cover 94 to 96 %% of the time", (n) => {
    const share = tCoverage(n, 6000);
    expect(share).toBeGreaterThan(0.94);
    expect(share).toBeLessThan(0.96);
  });

  // Two standard errors of a fraction of 5 % in this many families.
  const DRAWS = 1000;
  const ERROR = 2 * Math.sqrt((0.05 * 0.95) / DRAWS);

  it.each([1, 5])(
    "%d comparisons of equals give a false claim at most 5 %% of the time at one look",
    (size) => {
      expect(falseClaims({ size, looks: [5], draws: DRAWS }).any).toBeLessThan(0.05 + ERROR);
    },
  );

  it.each([1, 5])(
    "%d comparisons do so also for who stops at the first claim of two declared looks",
    (size) => {
      const { at, any } = falseClaims({ size, looks: [5, 10], declared: 2, draws: DRAWS });
      expect(Math.max(...at)).toBeLessThan(0.01875 + ERROR);
      // Each takes 0.01875: the sum is below 5 % by more than three standard errors of the shares.
      expect(any).toBeLessThan(0.05);
    },
  );

  it("a third look that was not declared takes from what is left", () => {
    expect(falseClaims({ size: 1, looks: [4, 8, 12], declared: 2, draws: DRAWS }).any).toBeLessThan(0.05);
  });

  it("a second look where one was declared errs no more often than it says, 6.25 %", () => {
    const { at, any } = falseClaims({ size: 1, looks: [5, 10], draws: DRAWS });
    expect(at[1]).toBeLessThan(0.0125 + ERROR);
    expect(any).toBeLessThan(0.0625 + ERROR);
  });
});
