import { expect, it } from "vitest";
import { mean } from "./mean.js";
import { standardDeviation } from "./standard-deviation.js";

it("has no mean of nothing and no deviation of one", () => {
  expect(mean([])).toBeUndefined();
  expect(standardDeviation([1])).toBeUndefined();
});

it("neither overflows nor loses a small spread on a large mean", () => {
  expect(mean([1e308, 1e308])).toBe(1e308);
  expect(mean([1, 2, 3, 4])).toBe(2.5);
  expect(standardDeviation([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBeCloseTo(Math.sqrt(30), 10);
});
