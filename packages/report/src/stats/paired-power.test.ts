import { describe, expect, it } from "vitest";
import { pairedPower } from "./paired-power.js";
import { seedsNeeded } from "./seeds-needed.js";
import { smallestEffect } from "./smallest-effect.js";

describe("power of the paired t test", () => {
  it("is that of G*Power's worked example: dz 0.5, 34 pairs, α 0.05 (Faul et al. 2007)", () => {
    expect(pairedPower(0.5, 34, 0.05)).toBeCloseTo(0.8077775, 6);
    expect(seedsNeeded(0.5, 0.05)).toBe(34);
    expect(seedsNeeded(0.2, 0.05)).toBe(199);
  });

  it.each([
    // scipy.stats.nct 1.17, both tails.
    [0.8, 10, 0.05, 0.61623276],
    [1.5, 5, 0.01, 0.31253615],
    [2, 3, 0.05, 0.47074943],
    [1, 2, 0.05, 0.09280916],
    [0, 7, 0.05, 0.05],
  ])("for an effect of %d sd, %d pairs, α %d is %d", (effect, n, alpha, power) => {
    expect(pairedPower(effect, n, alpha)).toBeCloseTo(power, 6);
  });

  it("turns around: the smallest effect is found with 80 %, and shrinks with seeds and with α", () => {
    for (const n of [2, 3, 5, 20])
      expect(pairedPower(smallestEffect(n, 0.05) ?? 0, n, 0.05)).toBeCloseTo(0.8, 4);
    expect(smallestEffect(5, 0.05)).toBeCloseTo(1.68, 2);
    expect(smallestEffect(5, 0.0125) ?? 0).toBeGreaterThan(smallestEffect(5, 0.05) ?? 0);
    expect(smallestEffect(10, 0.05) ?? 0).toBeLessThan(smallestEffect(5, 0.05) ?? 0);
  });

  it("promises nothing of one seed, nor of an effect of nothing", () => {
    expect(smallestEffect(1, 0.05)).toBeUndefined();
    expect(pairedPower(5, 1, 0.05)).toBe(0);
    expect(seedsNeeded(0, 0.05)).toBeUndefined();
  });
});
