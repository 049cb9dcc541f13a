import { expect, it } from "vitest";
import { formatEffect, formatEstimate, formatHalfWidth } from "./format-estimate.js";

const wide = { n: 3, mean: 0.726, sd: 0.4, low: -0.275, high: 1.727 };

it("cuts an interval where no value can be: a loss at 0, a share at 0 and 1, a difference of losses nowhere", () => {
  expect(formatEstimate("test_accuracy", wide)).toBe("72.60 % [0.00, 100.00], n = 3");
  expect(formatEffect("test_accuracy", wide)).toBe("+72.60 pp [−27.50, +100.00], n = 3");
  expect(formatEstimate("test_loss", wide)).toBe("0.726 [0, 1.727], n = 3");
  expect(formatEstimate("train_s", wide)).toBe("0.726 s [0, 1.73], n = 3");
  expect(formatEffect("test_loss", wide)).toBe("+0.726 [−0.275, +1.73], n = 3");
});

it("says the two ends in place of half the width where one is cut", () => {
  expect(formatHalfWidth("test_accuracy", wide)).toBe("0 to 100 · ");
  expect(formatHalfWidth("test_accuracy", { n: 3, mean: 0.9, low: 0.88, high: 0.92 })).toBe("± 2.00 · ");
  expect(formatHalfWidth("test_loss", wide)).toBe("0 to 1.727 · ");
  expect(formatHalfWidth("test_loss", { n: 3, mean: 0.3, low: 0.1, high: 0.5 })).toBe("± 0.2 · ");
  expect(formatHalfWidth("samples_per_s", { n: 3, mean: 208e3, low: -4e5, high: 816e3 })).toBe(
    "0 to 816k · ",
  );
  expect(formatHalfWidth("dead_rate", { n: 3, mean: 0, low: 0, high: 0 })).toBe("± 0.0 · ");
  expect(formatHalfWidth("test_accuracy", { n: 1, mean: 0.9 })).toBe("");
});
