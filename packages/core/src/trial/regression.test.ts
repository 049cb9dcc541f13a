import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { type NumberDataOptions, numberData } from "../../test/number-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import type { Completed, Score } from "../contract/record.js";
import type { TrainSpec, TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { metricOf } from "../metric/metrics.js";
import { chanceOfTargets } from "../task/chance.js";
import { fmaAvailable, relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { runTrial } from "./run-trial.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const numerics = fmaAvailable() ? "fma" : "strict";
const host = { now: () => 0 };

const tanh = (() => {
  const found = findActivation("tanh");
  if (found === undefined) throw new Error("no tanh");
  return activationSpec(found);
})();

function specOf(
  train: Partial<TrainSpec>,
  { hidden = [12], ...dataset }: Partial<TrialSpec["dataset"]> & { readonly hidden?: readonly number[] } = {},
): TrialSpec {
  return trialSpec({
    hidden,
    activation: tanh,
    numerics,
    dataset: { train: 160, validation: 40, test: 50, ...dataset },
    train: { epochs: 40, batch_size: 20, lr: 0.1, loss: "mse", target: "numbers", ...train },
  });
}

const BASE: NumberDataOptions = {
  trainRows: 200,
  testRows: 50,
  inputs: 3,
  value: ([a = 0, b = 0, c = 0], noise) => [Math.sin(2 * a) + b * c + 0.05 * noise],
};

/** The record of a trial that completes. */
function completed(spec: TrialSpec, data: Dataset): Completed {
  const record = runTrial(spec, data, host);
  if (record.status !== "completed") throw new Error(`the trial is ${record.status}`);
  return record;
}

const end = (record: Completed, subset: "train" | "validation" | "test"): Score =>
  record.curve.at(-1)?.[subset] ?? {};

/** Weights of the least squares by Gaussian elimination of the normal equations, the constant last. */
function leastSquares(rows: readonly (readonly number[])[], values: readonly number[]): readonly number[] {
  const size = rows[0]?.length ?? 0;
  const m = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (_, j) =>
      rows.reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), 0),
    ),
    rows.reduce((sum, row, r) => sum + (row[i] as number) * (values[r] as number), 0),
  ]);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++) {
      if (k === i) continue;
      const factor = (m[k]?.[i] as number) / (m[i]?.[i] as number);
      m[k] = (m[k] as number[]).map((value, j) => value - factor * (m[i]?.[j] as number));
    }
  return m.map((row, i) => (row[size] as number) / (row[i] as number));
}

describe("a trial that predicts numbers", () => {
  it("learns, and reports RMSE, MAE and R² of every subset", () => {
    const record = completed(specOf({}), numberData(BASE));
    const [first, last] = [record.curve[0]?.test, record.curve.at(-1)?.test];
    expect(last?.rmse ?? 1).toBeLessThan((first?.rmse ?? 0) / 2);
    for (const subset of ["train", "validation", "test"] as const) {
      const { loss, rmse = 0, mae = 0, r2 = 0, accuracy, target_rmse } = end(record, subset);
      // Of one target in the network's own unit the loss is the mean square; both are sums in f64 of f32
      // outputs.
      expect((rmse * rmse) / (loss ?? 0)).toBeCloseTo(1, 6);
      expect(mae).toBeLessThan(rmse);
      expect(r2).toBeGreaterThan(0.8);
      expect([accuracy, target_rmse]).toEqual([undefined, undefined]);
    }
    expect(record.curve.at(-1)).not.toHaveProperty("running_accuracy");
  });

  it("has the error of the closed-form least squares where it has no hidden layer", () => {
    const data = numberData(BASE);
    const spec = specOf({ epochs: 400, batch_size: 200, lr: 0.3 }, { train: 200, validation: 0, hidden: [] });
    const { rmse = 0 } = end(completed(spec, data), "train");
    const features = new Float32Array(data.features);
    const values = [...new Float64Array(data.targets?.values ?? new ArrayBuffer(0)).subarray(0, 200)];
    const rows = values.map((_, row) => [...features.subarray(row * 3, row * 3 + 3), 1]);
    const weights = leastSquares(rows, values);
    const errors = rows.map(
      (row, r) => row.reduce((sum, x, i) => sum + x * (weights[i] as number), 0) - (values[r] as number),
    );
    const wanted = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
    expect(Math.abs(rmse / wanted - 1)).toBeLessThan(1e-4);
  });

  it.each([
    [1e30, 0],
    [0.001, -7],
    [250, 1e6],
  ])(
    "trains the same weights whatever the unit, and its errors are in that: scale %d, offset %d",
    (scale, offset) => {
      const plain = completed(specOf({}), numberData(BASE));
      const other = completed(specOf({}), numberData({ ...BASE, scale, offset }));
      expect(other.digest).toBe(plain.digest);
      for (const name of ["rmse", "mae"] as const) {
        const ratio = (end(other, "test")[name] ?? 0) / (end(plain, "test")[name] ?? 1);
        // An offset of 1e6 leaves 10 of 16 digits.
        expect(ratio / scale).toBeCloseTo(1, 5);
      }
      expect(end(other, "test").r2).toBeCloseTo(end(plain, "test").r2 ?? 0, 5);
    },
  );

  it("predicts several numbers, with the error of each", () => {
    const value: NumberDataOptions["value"] = ([a = 0, b = 0], noise) => [a * b, 100 * a + noise];
    const record = completed(
      specOf({ loss: "huber", huber_delta: 1, lr: 0.001 }),
      numberData({ ...BASE, value }),
    );
    const { rmse = 0, target_rmse = [] } = end(record, "test");
    const [first = 0, second = 0] = target_rmse;
    expect(target_rmse).toHaveLength(2);
    expect(second).toBeGreaterThan(first);
    expect(Math.sqrt((first * first + second * second) / 2)).toBeCloseTo(rmse, 9);
  });

  it("diverges where the numbers are too large for the learning rate, as a result and no failure", () => {
    const value: NumberDataOptions["value"] = ([a = 0]) => [1e30 * a];
    const record = runTrial(specOf({}), numberData({ ...BASE, value }), host);
    expect(record.status).toBe("diverged");
  });

  it("refuses data and losses of another task", () => {
    const data = numberData(BASE);
    expect(() => runTrial(specOf({ target: "label", loss: "cross_entropy" }), data, host)).toThrow(
      "which has numbers to predict",
    );
    expect(() => runTrial(specOf({ loss: "cross_entropy" }), data, host)).toThrow(
      "needs train.loss: mse or mae or huber",
    );
    const { targets: _, ...classes } = data;
    expect(() => runTrial(specOf({}), { ...classes, classes: 2 }, host)).toThrow(
      "which has classes to predict",
    );
  });
});

describe("what a diverged regression counts as", () => {
  const target = { mean: 10, deviation: 3, mean_deviation: 2, offset: 10, scale: 3 };
  const chance = chanceOfTargets({ classes: 0, class_counts: [], targets: [target] }, "mse");

  it("is the error of the training mean", () => {
    const counted = (name: "test_rmse" | "test_mae" | "test_r2" | "test_loss") => {
      const metric = metricOf(name);
      return "score" in metric ? metric.score.diverged(chance) : undefined;
    };
    expect(counted("test_rmse")).toBe(3);
    expect(counted("test_mae")).toBe(2);
    expect(counted("test_r2")).toBe(0);
    expect(counted("test_loss")).toBe(Number.POSITIVE_INFINITY);
    expect(chance?.loss).toBe(1);
  });

  it("is the root of the mean square over targets", () => {
    const two = { classes: 0, class_counts: [], targets: [target, { ...target, deviation: 4 }] };
    expect(chanceOfTargets(two, "huber")).toEqual({ rmse: Math.sqrt(12.5), mae: 2 });
  });
});
