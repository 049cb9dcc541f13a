import { describe, expect, it } from "vitest";
import { criticalDifference } from "./critical-difference.js";
import { fTail } from "./f-tail.js";
import { friedman } from "./friedman.js";
import { indistinct } from "./indistinct.js";
import { normalRangeCdf } from "./normal-range.js";

/** Demšar 2006, table 6: AUC of C4.5, +m, +cf, +m+cf on 14 datasets. */
const AUC = [
  [0.763, 0.768, 0.771, 0.798],
  [0.599, 0.591, 0.59, 0.569],
  [0.954, 0.971, 0.968, 0.967],
  [0.628, 0.661, 0.654, 0.657],
  [0.882, 0.888, 0.886, 0.898],
  [0.936, 0.931, 0.916, 0.931],
  [0.661, 0.668, 0.609, 0.685],
  [0.583, 0.583, 0.563, 0.625],
  [0.775, 0.838, 0.866, 0.875],
  [1, 1, 1, 1],
  [0.94, 0.962, 0.965, 0.962],
  [0.619, 0.666, 0.614, 0.669],
  [0.972, 0.981, 0.9751, 0.975],
  [0.957, 0.978, 0.946, 0.97],
];

describe("many methods over many conditions", () => {
  it("have Demšar's mean ranks, F = 3.69 and critical difference 1.25", () => {
    const { meanRanks, f, p } = friedman(AUC);
    expect(meanRanks.map((rank) => rank.toFixed(3))).toEqual(["3.143", "2.000", "2.893", "1.964"]);
    expect(f).toBeCloseTo(3.69, 2);
    expect(p).toBeLessThan(0.05);
    expect(fTail(2.845, 3, 39)).toBeCloseTo(0.05, 4);
    expect(criticalDifference(4, 14, 0.05)).toBeCloseTo(1.25, 2);
  });

  it("have the tabled values of the studentized range (Demšar 2006, table 5a, times √2)", () => {
    // Three printed digits: half a unit of the last one, times the slope of at most 0.2.
    for (const [k, q] of [
      [2, 1.96],
      [3, 2.343],
      [4, 2.569],
      [5, 2.728],
      [10, 3.164],
    ] as const)
      expect(Math.abs(normalRangeCdf(q * Math.SQRT2, k) - 0.95)).toBeLessThan(2e-4);
  });

  it("are grouped by what the ranks cannot tell apart", () => {
    expect(indistinct([3.143, 2, 2.893, 1.964], 1.25)).toEqual([[3, 1, 2, 0]]);
    expect(indistinct([1, 2, 3.5], 1.2)).toEqual([[0, 1]]);
    expect(indistinct([1, 2, 3], 1)).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(indistinct([1, 3], 1)).toEqual([]);
  });

  it("agree fully or not at all", () => {
    expect(
      friedman([
        [2, 1],
        [2, 1],
        [2, 1],
      ]),
    ).toMatchObject({ p: 0, meanRanks: [1, 2] });
    expect(
      friedman([
        [1, 1],
        [1, 1],
      ]).p,
    ).toBe(1);
    expect(() => friedman([[1, 2]])).toThrow(RangeError);
  });
});
