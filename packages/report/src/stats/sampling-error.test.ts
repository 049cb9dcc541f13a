import { expect, it } from "vitest";
import { samplingError } from "./sampling-error.js";

it("is 0.2 points at 96 % of 10,000 examples", () => {
  expect(samplingError(0.96, 10_000)).toBeCloseTo(0.00196, 5);
});
