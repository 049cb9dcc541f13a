import { describe, expect, it } from "vitest";
import { median } from "./median.js";
import { medianInterval } from "./median-interval.js";
import { signTest } from "./sign-test.js";

describe("the median", () => {
  it("lies between infinite values", () => {
    expect(median([3, -Infinity, 1])).toBe(1);
    expect(median([Infinity, 1, 2, Infinity])).toBe(Infinity);
    expect(median([Infinity, Infinity])).toBe(Infinity);
    expect(median([])).toBeUndefined();
  });

  it("has the tabled ranks of its 95 % interval (Conover 1999, table A3 with p = 1/2)", () => {
    // n = 10: from the 2nd to the 9th (97.9 %), n = 15: 4th to 12th (96.5 %), n = 20: 6th to 15th (95.9 %).
    for (const [n, low, high] of [
      [6, 1, 6],
      [10, 2, 9],
      [15, 4, 12],
      [20, 6, 15],
    ] as const) {
      const values = Array.from({ length: n }, (_, i) => i + 1);
      expect(medianInterval(values, 0.95)).toEqual({ low, high });
    }
  });

  it("has no bounds where five values are too few for 95 %", () => {
    expect(medianInterval([1, 2, 3, 4, 5], 0.95)).toEqual({ low: -Infinity, high: Infinity });
  });

  it("is tested by signs, ties with the bound left out", () => {
    expect(signTest([1, 2, Infinity, 0, -1], 0)).toBeCloseTo(5 / 16, 14);
    expect(signTest([0, 0], 0)).toBe(1);
  });
});
