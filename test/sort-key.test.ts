import { expect, it } from "vitest";
import { sortedPlaces, sortKey } from "../scripts/site/sort-key.mjs";

it("sorts cells by the number that they begin with, words by their letters", () => {
  expect(
    ["+0.12 [−0.03, +0.27]", "−1.50 [−2, −1]", "1,024", "3 of 12", "97.43 [97, 98], n = 2"].map(sortKey),
  ).toEqual([0.12, -1.5, 1024, 3, 97.43]);
  expect([" Rectified ", "–", "", "n = 3"].map(sortKey)).toEqual([
    "rectified",
    undefined,
    undefined,
    "n = 3",
  ]);
});

it("puts cells without a value last in both directions, and keeps the order of equal ones", () => {
  const keys = [3, undefined, 1, 3, 2];
  expect(sortedPlaces(keys, 1)).toEqual([2, 4, 0, 3, 1]);
  expect(sortedPlaces(keys, -1)).toEqual([0, 3, 4, 2, 1]);
  expect(sortedPlaces(["b", "a", undefined], -1)).toEqual([0, 1, 2]);
});
