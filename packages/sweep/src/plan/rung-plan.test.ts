import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { expectedCost, plannedRungs } from "./rung-plan.js";

const SWEEP =
  "method: halving\nparameters: { lr: { min: 0.1, max: 0.9, distribution: uniform, count: 27 } }\n";

test("of 27 points 9, 3 and 1 survive the rungs, and 1 runs to the end", () => {
  const { points, early_terminate } = load(SWEEP, "epochs=27");
  expect(early_terminate && plannedRungs(points, early_terminate)).toEqual([
    { bracket: 1, epoch: 1, points: 27, survivors: 9 },
    { bracket: 1, epoch: 3, points: 9, survivors: 3 },
    { bracket: 1, epoch: 9, points: 3, survivors: 1 },
  ]);
});

test("the expected cost is that of the epochs that will be trained, whichever points survive", () => {
  const { points, early_terminate } = load(SWEEP, "epochs=27");
  const epochs = 27 * 1 + 9 * 2 + 3 * 6 + 1 * 18;
  const costs = points.map(() => 27);
  expect(early_terminate && expectedCost(points, costs, early_terminate)).toBeCloseTo(epochs, 9);
});

test("points that end before a rung cost what they cost", () => {
  const { points, early_terminate } = load(
    "method: halving\nparameters: { epochs: [2, 4], lr: [0.1, 0.2] }\nearly_terminate: { eta: 2, min_iter: 2 }",
  );
  // Two points of 2 epochs are at their end at the rung; of the other two's further 2 epochs half is run.
  const costs = points.map(({ spec }) => spec.train.epochs);
  expect(early_terminate && expectedCost(points, costs, early_terminate)).toBeCloseTo(2 + 2 + 3 + 3, 9);
});

test("within an axis each value's points are halved among themselves", () => {
  const { points, early_terminate } = load(
    "method: halving\nparameters: { activation: [relu, elu], lr: [0.1, 0.2, 0.3, 0.4] }\nearly_terminate: { eta: 2, within: [activation] }",
    "epochs=4",
  );
  expect(early_terminate && plannedRungs(points, early_terminate)).toEqual([
    { bracket: 1, epoch: 1, points: 8, survivors: 4 },
    { bracket: 1, epoch: 2, points: 4, survivors: 2 },
  ]);
  const costs = points.map(() => 4);
  const epochs = 2 * (4 * 1 + 2 * 1 + 1 * 2);
  expect(early_terminate && expectedCost(points, costs, early_terminate)).toBeCloseTo(epochs, 9);
});
