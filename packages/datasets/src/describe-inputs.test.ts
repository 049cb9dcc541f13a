import { expect, it } from "vitest";
import { buildDataset } from "./build-dataset.js";
import { describeInputs } from "./describe-inputs.js";

it("describes each input over the training rows alone", () => {
  const dataset = buildDataset({
    name: "d",
    inputs: 2,
    classes: 2,
    train: { features: Float32Array.of(1, -2, 3, -2, 5, -2), labels: Uint8Array.of(0, 1, 0) },
    test: { features: Float32Array.of(100, 100), labels: Uint8Array.of(1) },
  });
  const [first, second] = describeInputs(dataset);
  expect(first).toMatchObject({ min: 1, max: 5, mean: 3 });
  expect(first?.deviation).toBeCloseTo(Math.sqrt(8 / 3), 12);
  expect(second).toEqual({ min: -2, max: -2, mean: -2, deviation: 0 });
});

it("does not take the padding of byte rows for values", () => {
  const dataset = buildDataset({
    name: "d",
    inputs: 3,
    classes: 2,
    train: { features: Uint8Array.of(9, 8, 7, 5, 4, 3), labels: Uint8Array.of(0, 1) },
    test: { features: new Uint8Array(), labels: new Uint8Array() },
  });
  expect(describeInputs(dataset).map(({ min, max }) => [min, max])).toEqual([
    [5, 9],
    [4, 8],
    [3, 7],
  ]);
});
