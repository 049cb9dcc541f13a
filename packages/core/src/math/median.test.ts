import { expect, it } from "vitest";
import { median } from "./median.js";

it("is the middle value, or the mean of the two middle ones", () => {
  expect(median([10, 9, 1])).toBe(9);
  expect(median(new Float64Array([10, 1, 4, 2]))).toBe(3);
  expect(median([])).toBeNaN();
});
