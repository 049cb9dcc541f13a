import { expect, it } from "vitest";
import { formatEffect, formatEstimate, formatHalfWidth } from "./format-estimate.js";

const wide = { n: 3, mean: 0.726, sd: 0.4, low: -0.275, high: 1.727 };

it("cuts the interval of a share where no value can be, and leaves a loss alone", () => {
  expect(formatEstimate("test_accuracy", wide)).toBe("72.60 % [0.00, 100.00], n = 3");
  expect(formatEffect("test_accuracy", wide)).toBe("+72.60 pp [−27.50, +100.00], n = 3");
  expect(formatEstimate("test_loss", wide)).toBe("0.726 [−0.275, 1.727], n = 3");
});

it("says the two ends in place of half the width where one is cut", () => {
  expect(formatHalfWidth("test_accuracy", wide)).toBe("0 to 100 · ");
  expect(formatHalfWidth("test_accuracy", { n: 3, mean: 0.9, low: 0.88, high: 0.92 })).toBe("± 2.00 · ");
  expect(formatHalfWidth("dead_rate", { n: 3, mean: 0, low: 0, high: 0 })).toBe("± 0.0 · ");
  expect(formatHalfWidth("test_accuracy", { n: 1, mean: 0.9 })).toBe("");
});
