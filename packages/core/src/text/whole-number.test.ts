import { expect, it } from "vitest";
import { wholeNumber } from "./whole-number.js";

it("separates thousands by commas", () => {
  expect([0, 999, 1000, 12_345.4, 1_234_567, -1234].map(wholeNumber)).toEqual([
    "0",
    "999",
    "1,000",
    "12,345",
    "1,234,567",
    "-1,234",
  ]);
});
