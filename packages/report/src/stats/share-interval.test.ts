import { expect, it } from "vitest";
import { binomialTail } from "./binomial-tail.js";
import { shareInterval } from "./share-interval.js";

it.each([
  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 5 (four
  // digits).
  [81, 263, 0.2527, 0.3676],
  [15, 148, 0.0578, 0.1617],
  [0, 20, 0, 0.1684],
  [1, 29, 0.0009, 0.1776],
])("has the published exact interval of %d of %d", (k, n, low, high) => {
  const interval = shareInterval(k, n, 0.95);
  expect(Math.abs(interval.low - low)).toBeLessThanOrEqual(5e-5);
  expect(Math.abs(interval.high - high)).toBeLessThanOrEqual(5e-5);
});

it("counts tails of a fair coin exactly", () => {
  expect(binomialTail(3, 3, 0.5)).toBeCloseTo(1 / 8, 14);
  expect(binomialTail(0, 3, 0.5)).toBe(1);
  expect(binomialTail(4, 3, 0.5)).toBe(0);
  expect(binomialTail(2, 4, 0.5)).toBeCloseTo(11 / 16, 14);
});

it("refuses what is no share", () => {
  expect(() => shareInterval(4, 3, 0.95)).toThrow("4 of 3");
  expect(() => shareInterval(0, 0, 0.95)).toThrow(RangeError);
});
