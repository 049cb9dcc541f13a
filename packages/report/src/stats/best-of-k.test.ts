import { describe, expect, it } from "vitest";
import { bestOfK, type Tried } from "./best-of-k.js";

/** The mean over all subsets of size k, one by one. */
function byEnumeration(tried: readonly Tried[], k: number): number {
  let [sum, count] = [0, 0];
  for (let mask = 1; mask < 2 ** tried.length; mask++) {
    const drawn = tried.filter((_, i) => (mask >> i) & 1);
    if (drawn.length !== k) continue;
    count++;
    sum += drawn.reduce((best, one) => (one.chosenBy > best.chosenBy ? one : best)).value;
  }
  return sum / count;
}

describe("bestOfK", () => {
  it("is the mean over all choices of k points", () => {
    const tried = [3, 1, 4, 1.5, 9, 2.6].map((chosenBy, i) => ({
      chosenBy,
      value: Math.sin(i) + chosenBy / 5,
    }));
    bestOfK(tried).forEach((value, i) => {
      expect(value).toBeCloseTo(byEnumeration(tried, i + 1), 12);
    });
  });

  it("begins at the mean and ends at the chosen point, which validation may have chosen badly", () => {
    const tried = [
      { chosenBy: 0.9, value: 0.7 },
      { chosenBy: 0.8, value: 0.8 },
      { chosenBy: 0.1, value: 0 },
    ];
    const curve = bestOfK(tried);
    expect(curve[0]).toBeCloseTo(0.5, 12);
    expect(curve[2]).toBe(0.7);
  });

  it("does not depend on the order of the points, ties among them", () => {
    const tried = [1, 1, 1, 2, 2].map((chosenBy, value) => ({ chosenBy, value }));
    expect(bestOfK(tried.toReversed())).toEqual(bestOfK(tried));
    expect(bestOfK([])).toEqual([]);
  });
});
