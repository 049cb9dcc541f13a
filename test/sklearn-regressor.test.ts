import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import {
  activationSpec,
  catalog,
  type Dataset,
  ENGINE,
  runTrial,
  SPEC_DEFAULTS,
  type TrialSpec,
} from "../packages/core/src/internal.js";
import { AUTO_MPG_ROWS } from "../packages/datasets/src/auto-mpg-rows.js";
import { buildDataset } from "../packages/datasets/src/build-dataset.js";
import { rescale } from "../packages/datasets/src/tables/rescale.js";
import { targetParts } from "../packages/datasets/src/target-scale.js";
import { ROOT } from "./actbench.js";

interface Fixture {
  readonly epochs: number;
  readonly lr: number;
  readonly batch_size: number;
  readonly hidden: readonly number[];
  readonly rmse: Readonly<Record<"relu" | "tanh", readonly number[]>>;
}

const fixture: Fixture = JSON.parse(readFileSync(`${ROOT}test/fixtures/sklearn-regressor.json`, "utf8"));

/** Every fourth car is a test row; everything is standardized by the others. */
function cars(): Dataset {
  const all = AUTO_MPG_ROWS.trim()
    .split("\n")
    .map((line) => line.split(" ").map(Number));
  const rowsOf = (rows: readonly (readonly number[])[]) => ({
    features: Float32Array.from(
      rows.flatMap((row) => [...row.slice(1, 7), ...[1, 2, 3].map((origin) => (row[7] === origin ? 1 : 0))]),
    ),
    labels: new Uint16Array(rows.length),
    values: Float64Array.from(rows, ([mpg = Number.NaN]) => mpg),
  });
  const train = rowsOf(all.filter((_, row) => row % 4 !== 3));
  const test = rowsOf(all.filter((_, row) => row % 4 === 3));
  const targets = targetParts(["mpg"], train, "standardize");
  return buildDataset(rescale({ name: "cars", inputs: 9, classes: 0, train, test, targets }, "standardize"));
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const errorOf = (values: readonly number[]): number =>
  Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1) / values.length,
  );

it.each(["relu", "tanh"] as const)("the test RMSE of %s is scikit-learn's, over as many seeds", (name) => {
  const data = cars();
  const activation = catalog.find((entry) => entry.name === name);
  if (activation === undefined) throw new Error(`no ${name}`);
  const { epochs, lr, batch_size, hidden } = fixture;
  const ours = fixture.rmse[name].map((_, seed) => {
    const spec: TrialSpec = {
      engine: ENGINE,
      numerics: "strict",
      study_seed: 0,
      seed,
      dataset: {
        ...SPEC_DEFAULTS.dataset,
        name: data.name,
        hash: data.hash,
        normalize: "none",
        train: data.trainRows,
        validation: 0,
        test: data.testRows,
      },
      // Its weights begin like Glorot's.
      model: {
        ...SPEC_DEFAULTS.model,
        hidden,
        activation: [activationSpec(activation)],
        init: "xavier_uniform",
      },
      train: { ...SPEC_DEFAULTS.train, epochs, lr, batch_size, loss: "mse", target: "numbers" },
      measure: SPEC_DEFAULTS.measure,
    };
    const record = runTrial(spec, data, { now: () => 0 });
    if (record.status !== "completed") throw new Error(record.status);
    return record.curve.at(-1)?.test?.rmse ?? Number.NaN;
  });
  const theirs = fixture.rmse[name];
  const error = Math.sqrt(errorOf(ours) ** 2 + errorOf(theirs) ** 2);
  expect(ours).toHaveLength(20);
  expect(Math.abs(mean(ours) - mean(theirs))).toBeLessThan(3 * error);
  // Both have learned: always predicting the mean errs by 7.8.
  expect(mean(ours)).toBeLessThan(3.5);
});
