import { expect, it } from "vitest";
import { equivalenceMargin } from "./margin.js";

it("is half a percentage point of accuracies and rates, or what the study says", () => {
  expect(equivalenceMargin("test_accuracy", { reference: 0.9 })).toBe(0.005);
  expect(equivalenceMargin("dead_rate", {})).toBe(0.005);
  expect(equivalenceMargin("test_accuracy", { within: 0.01, reference: 0.9 })).toBe(0.01);
});

it("is 5 % of the reference for losses and times, whatever the study says of accuracies", () => {
  expect(equivalenceMargin("test_loss", { within: 0.01, reference: 0.4 })).toBeCloseTo(0.02, 15);
  expect(equivalenceMargin("train_s", { reference: 200 })).toBeCloseTo(10, 12);
  expect(equivalenceMargin("train_s", {})).toBeUndefined();
});
