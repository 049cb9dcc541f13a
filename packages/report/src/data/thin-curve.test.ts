import { expect, it } from "vitest";
import { keptEpochs, MAX_EPOCHS, thinCurve } from "./thin-curve.js";

it("keeps the first and the last epoch and spreads the others evenly", () => {
  const curve = Array.from({ length: 101 }, (_, epoch) => epoch);
  expect(thinCurve(curve, 6)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(thinCurve(curve, MAX_EPOCHS)).toHaveLength(MAX_EPOCHS);
  expect(thinCurve(curve.slice(0, 5), 6)).toEqual([0, 1, 2, 3, 4]);
  const thinned = thinCurve(curve, 10);
  expect(thinCurve(thinned, 10)).toEqual(thinned);
});

it("keeps fewer epochs of many curves", () => {
  expect([1, 2500, 10_000, 100_000].map(keptEpochs)).toEqual([24, 24, 6, 6]);
});
