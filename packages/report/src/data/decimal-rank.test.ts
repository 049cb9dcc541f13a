import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalRank, valueOfRank } from "./decimal-rank.js";

const sizes = fc.double({ min: 1e-50, max: 1e50, noNaN: true });

describe("decimalRank", () => {
  it("keeps so many significant digits, as a decimal number is written", () => {
    const kept = (value: number, digits: number): number => valueOfRank(decimalRank(value, digits), digits);
    expect(kept(0.97136363, 4)).toBe(0.9714);
    expect(kept(-2.302585, 6)).toBe(-2.30259);
    expect(kept(0.99996, 4)).toBe(1);
    expect(kept(123456.7, 3)).toBe(123000);
    expect(kept(1.2345e-45, 3)).toBe(1.23e-45);
    expect(kept(0, 4)).toBe(0);
  });

  it("changes nothing that it has rounded once", () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 2, max: 6 }), (value, digits) => {
        const once = valueOfRank(decimalRank(value, digits), digits);
        // Half a unit of the last digit; the least first digits are the coarsest.
        expect(Math.abs(once - value)).toBeLessThanOrEqual(value * 0.5 * 10 ** (1 - digits) * (1 + 1e-9));
        expect(decimalRank(once, digits)).toBe(decimalRank(value, digits));
        expect(valueOfRank(decimalRank(-value, digits), digits)).toBe(-once);
      }),
    );
  });

  it("ranks larger numbers higher", () => {
    fc.assert(
      fc.property(sizes, sizes, (a, b) => {
        if (a < b) expect(decimalRank(a, 4)).toBeLessThanOrEqual(decimalRank(b, 4));
      }),
    );
  });

  it("gives neighboring ranks to neighboring decimals, across powers of ten", () => {
    expect(decimalRank(1, 4) - decimalRank(0.9999, 4)).toBe(1);
    expect(decimalRank(0.9714, 4) - decimalRank(0.9713, 4)).toBe(1);
  });
});
