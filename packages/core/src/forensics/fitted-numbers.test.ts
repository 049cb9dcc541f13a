import { describe, expect, it } from "vitest";
import { type NumberDataOptions, numberData } from "../../test/number-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { runTrial } from "../trial/run-trial.js";
import { fitPlaces } from "./fit-places.js";
import { fittedNumbers } from "./fitted-numbers.js";

const named = (name: string) => {
  const found = findActivation(name);
  if (found === undefined) throw new Error(`no ${name}`);
  return activationSpec(found);
};

const BASE: NumberDataOptions = {
  trainRows: 120,
  testRows: 30,
  inputs: 1,
  value: ([x = 0]) => [Math.sin(3 * x)],
  offset: 50,
  scale: 4,
};

function specOf(
  changes: { name?: string; model?: Partial<TrialSpec["model"]>; lr?: number } = {},
): TrialSpec {
  const { name = "tanh", model = {}, lr = 0.1 } = changes;
  return trialSpec({
    hidden: [8],
    activation: named(name),
    numerics: "strict",
    dataset: { train: 100, validation: 20, test: 30 },
    model,
    train: { epochs: 6, batch_size: 10, lr, loss: "mse", target: "numbers" },
  });
}

function fitted(spec: TrialSpec, data: Dataset, epochs: readonly number[] = [0, 3, 6]) {
  const places = fitPlaces(spec, data);
  if (places === undefined) throw new Error("no places");
  return { places, fit: fittedNumbers(spec, data, places, { epochs }) };
}

const rmseOf = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? Number.NaN)) ** 2, 0) / a.length);

describe("fittedNumbers", () => {
  it.each([
    ["plain", specOf()],
    ["batch normalization", specOf({ model: { normalization: "batch" } })],
    ["gated units", specOf({ name: "swiglu" })],
  ])("predicts the rows with the RMSE of the record: %s", (_, spec) => {
    const data = numberData(BASE);
    const { places, fit } = fitted(spec, data);
    const record = runTrial(spec, data, { now: () => 0 });
    if (record.status !== "completed") throw new Error(record.status);
    const last = record.curve.at(-1);
    places.rows.forEach(({ subset, values }, i) => {
      // Sums in another order.
      expect(rmseOf(fit?.rows[i] ?? [], values) / (last?.[subset]?.rmse ?? 0)).toBeCloseTo(1, 9);
    });
    expect(fit?.frames.map(({ epoch }) => epoch)).toEqual([0, 3, 6]);
  });

  it("follows the function over an interval that holds all rows, and learns it from epoch to epoch", () => {
    const { places, fit } = fitted(specOf(), numberData(BASE), [0, 6]);
    const { grid, trained: [from = 0, to = 0] = [] } = places;
    const [left = 0, right = 0] = grid?.domain ?? [];
    expect([left < from, right > to]).toEqual([true, true]);
    expect(grid?.columns).toBe(fit?.frames[0]?.values.length);
    const truth = Array.from(
      { length: grid?.columns ?? 0 },
      (_, i) => 50 + 4 * Math.sin(3 * (left + ((right - left) * (i + 0.5)) / (grid?.columns ?? 1))),
    );
    const [first = 0, last = 0] = fit?.frames.map(({ values }) => rmseOf(values, truth)) ?? [];
    expect(last).toBeLessThan(first / 1.5);
  });

  it("covers the plane of two inputs row by row, and has no grid for three", () => {
    const value: NumberDataOptions["value"] = ([x = 0, y = 0]) => [x, y];
    const { places, fit } = fitted(specOf(), numberData({ ...BASE, inputs: 2, value }), [6]);
    expect(fit?.frames[0]?.values.length).toBe(2 * (places.grid?.columns ?? 0) * (places.grid?.rows ?? 0));
    expect(places.rows[0]?.inputs.length).toBe(2 * 100);
    const three = fitted(specOf(), numberData({ ...BASE, inputs: 3, value }), [6]);
    expect(three.places.grid).toBeUndefined();
    expect(three.fit?.frames).toEqual([{ epoch: 6, values: [] }]);
    expect(three.fit?.rows.map(({ length }) => length)).toEqual([200, 40, 60]);
    expect(three.places.rows[0]?.inputs).toEqual([]);
  });

  it("gives the pixels of a picture as truth, in the places of the grid", () => {
    const [width, height] = [4, 2];
    const places = Array.from({ length: 8 }, (_, i) => [(i % 4) + 0.5 - 2, 1 - Math.floor(i / 4) - 0.5]);
    const plain = numberData({ ...BASE, inputs: 2, trainRows: 6, testRows: 2 });
    const features = Float32Array.from(places.flat().map((v) => v / 2));
    const values = Float64Array.from({ length: 8 }, (_, i) => i / 10);
    const targets = {
      names: ["gray"],
      values: values.buffer,
      offset: [0],
      scale: [1],
      picture: [width, height] as const,
    };
    const data = { ...plain, features: features.buffer, targets };
    const spec = { ...specOf(), dataset: { ...specOf().dataset, train: 6, validation: 0, test: 2 } };
    const found = fitPlaces(spec, data);
    expect(found?.grid).toEqual({ domain: [-1, 1, -0.5, 0.5], columns: 4, rows: 2 });
    // From the bottom row.
    expect(found?.truth).toEqual([0.4, 0.5, 0.6, 0.7, 0, 0.1, 0.2, 0.3]);
  });

  it("is nothing of a trial that diverges, and of data with classes there are no places", () => {
    const data = numberData({ ...BASE, value: ([x = 0]) => [1e30 * x], offset: 0, scale: 1 });
    expect(fitted(specOf({ lr: 1 }), data).fit).toBeUndefined();
    const { targets: _, ...classes } = data;
    expect(fitPlaces(specOf(), { ...classes, classes: 2 })).toBeUndefined();
  });
});
