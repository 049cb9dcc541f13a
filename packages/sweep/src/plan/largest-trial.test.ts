import { estimateTrialBytes } from "@actbench/core/internal";
import { expect, test } from "vitest";
import { cpuSeconds } from "../../test/cpu-seconds.js";
import { load, MNIST, MOONS } from "../../test/load.js";
import { largestTrial } from "./largest-trial.js";

test("the largest trial is the largest of all points, each estimated on its own", () => {
  const { points } = load(
    `parameters:
  dataset: [mnist, two_moons]
  hidden: [[16], [256, 128]]
  batch_size: [16, 128]
  optimizer: [sgd, adam]
  lr: [0.1, 0.2]
  momentum: [0, 0.9]
`,
  );
  const all = points.map(({ spec }) =>
    estimateTrialBytes(spec, spec.dataset.name === "mnist" ? MNIST : MOONS),
  );
  expect(new Set(all).size).toBeGreaterThan(4);
  expect(largestTrial(points, [MNIST, MOONS])).toBe(Math.max(...all));
  expect(largestTrial(points, [MOONS])).toBeLessThan(largestTrial(points, [MNIST]));
  expect(largestTrial(points, [])).toBe(0);
});

test("what takes no memory is not estimated again: 20,000 rates are as one", () => {
  const { points } = load(
    "parameters: { lr: { distribution: uniform, min: 0.1, max: 0.9, count: 20000 } }\nseeds: 1",
  );
  const seconds = cpuSeconds(() => expect(largestTrial(points, [MNIST])).toBeGreaterThan(1e6));
  expect(seconds).toBeLessThan(1);
});
