import { expect, it } from "vitest";
import { ranks } from "./ranks.js";

it("shares ranks among equal values", () => {
  expect(ranks([10, 30, 20, 20])).toEqual([1, 4, 2.5, 2.5]);
  expect(ranks([])).toEqual([]);
});
