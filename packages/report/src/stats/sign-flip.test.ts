import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAIZE } from "../../test/maize.js";
import { signFlip } from "./sign-flip.js";

describe("signFlip", () => {
  it("has Fisher's own count of 863 of 32,768 patterns in each tail (1935, §21: 5.267 %)", () => {
    const { p, above, below, exact } = signFlip(MAIZE);
    expect(exact).toBe(true);
    expect(above).toBe(863 / 32768);
    expect(p).toBe((2 * 863) / 32768);
    // All patterns but those strictly above: 32768 − 835.
    expect(below).toBe((32768 - 835) / 32768);
  });

  it("gives the least p that n pairs allow, 2 / 2ⁿ, and 1 where all differences are 0", () => {
    for (const n of [1, 3, 6, 12]) expect(signFlip(new Array(n).fill(0.3)).p).toBe(2 / 2 ** n);
    expect(signFlip([0, 0, 0])).toMatchObject({ p: 1, above: 1, below: 1 });
    expect(() => signFlip([])).toThrow(RangeError);
  });

  it("agrees with the count of all patterns where it draws them", () => {
    // 21 pairs are drawn; one of them is 0 and changes no sum, so the exact p is that of the 20 others.
    const twenty = Array.from({ length: 20 }, (_, i) => Math.sin(3 * i + 1) + 0.28);
    const exact = signFlip(twenty);
    const drawn = signFlip([...twenty, 0]);
    expect([exact.exact, drawn.exact]).toEqual([true, false]);
    // Four standard errors of a share of 20,001 draws that come in mirrored pairs.
    const error = 4 * Math.sqrt((exact.p * (1 - exact.p)) / 10_000);
    expect(Math.abs(drawn.p - exact.p)).toBeLessThan(error);
  });

  it("knows neither order nor sides", () => {
    const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 24 });
    fc.assert(
      fc.property(sample, (values) => {
        const here = signFlip(values);
        expect(signFlip(values.toReversed())).toEqual(here);
        const mirrored = signFlip(values.map((v) => -v));
        expect(mirrored).toEqual({ ...here, above: here.below, below: here.above });
      }),
      { numRuns: 25 },
    );
  });
});
