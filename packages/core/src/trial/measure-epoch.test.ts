import v8 from "node:v8";
import { expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { catalog } from "../activation/catalog/catalog.js";
import type { Completed, EpochRecord } from "../contract/record.js";
import type { MeasureSpec } from "../contract/spec.js";
import { diedRate, revivedRate } from "../metric/turnover-metrics.js";
import { fmaAvailable, relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { runTrial } from "./run-trial.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const numerics = fmaAvailable() ? "fma" : "strict";
const TRAIN = 6000;

const shape = { inputs: 12, classes: 4, trainRows: TRAIN + 300, testRows: 100, density: 0.3 } as const;
const sparse = generatedData({ kind: "u8", ...shape });
const dense = generatedData({ kind: "f32", ...shape, density: 1 });
const EVERY_EPOCH = { dead_units: true, every: "epoch", probe: "train" } as const;
const DEFAULT = { dead_units: true, every: "sampled", probe: "train", train: "last" } as const;

function trained(measure: MeasureSpec, data = sparse, name = "relu"): Completed {
  const activation = catalog.find((entry) => entry.name === name);
  if (activation === undefined) throw new Error(`no ${name}`);
  const spec = trialSpec({
    hidden: [16, 12],
    activation: activationSpec(activation),
    numerics,
    dataset: { train: TRAIN, validation: 300, test: 100 },
    train: { epochs: 5, batch_size: 30, lr: 3 },
  });
  const record = runTrial({ ...spec, measure }, data, { now: () => 0 });
  if (record.status !== "completed") throw new Error(record.status);
  return record;
}

const deaths = ({ units = [] }: EpochRecord) =>
  units.map(({ dead, births, deaths, revivals }) => ({ dead, births, deaths, revivals }));

it.each([
  ["lists of non-zero inputs", sparse],
  ["dense inputs", dense],
])("on %s, dead units are exact after each epoch without reading the training set whole", (_, data) => {
  const whole = trained(EVERY_EPOCH, data);
  const sampled = trained(DEFAULT, data);
  expect(sampled.digest).toBe(whole.digest);
  expect(sampled.curve.map(deaths)).toEqual(whole.curve.map(deaths));
  const died = whole.curve.flatMap(({ units = [] }) => units.map(({ deaths = 0 }) => deaths));
  expect(
    died.reduce((a, b) => a + b),
    "a training in which nothing dies tells nothing",
  ).toBeGreaterThan(0);
  expect(sampled.curve.map(({ units_n }) => units_n)).toEqual([5000, 5000, 5000, 5000, 5000, undefined]);
  const { running_accuracy: _running, ...last } = sampled.curve.at(-1) ?? {};
  expect(sampled.curve.at(-1)).toEqual(whole.curve.at(-1));
  expect(last).toHaveProperty("train");
});

it("turnover adds counts to the record and changes nothing else", () => {
  const plain = trained(DEFAULT);
  const followed = trained({ ...DEFAULT, turnover: true });
  expect(followed.digest).toBe(plain.digest);
  const stripped = followed.curve.map((epoch) => ({
    ...epoch,
    units: epoch.units?.map(({ born_dead, born_late, died, revived, longest_dead, ...layer }) => layer),
  }));
  expect(stripped).toEqual(plain.curve);
  const layers = followed.curve.at(-1)?.units ?? [];
  const sums = followed.curve.reduce((sum, { units = [] }) => sum + (units[1]?.deaths ?? 0), 0);
  expect(layers[1]?.died).toBeGreaterThan(0);
  expect(layers[1]?.died, "a unit that dies twice counts once").toBeLessThanOrEqual(sums);
  expect(diedRate.read({ ...followed.curve.at(-1), units: layers } as EpochRecord)).toBe(
    layers.reduce((sum, { died = 0 }) => sum + died, 0) / 28,
  );
});

it("the revived rate is a share of the units that died, and absent where none did", () => {
  const layer = { units: 10, dead: 1, inactive: 0, saturated: 0, zero_fraction: 0 };
  const epoch = (...units: readonly object[]) =>
    ({ epoch: 1, step: 1, train_s: 0, units: units.map((more) => ({ ...layer, ...more })) }) as EpochRecord;
  expect(revivedRate.read(epoch({ died: 3, revived: 1 }, { died: 1, revived: 1 }))).toBe(0.5);
  expect(revivedRate.read(epoch({ died: 0, revived: 0 }))).toBeUndefined();
  expect(diedRate.read(epoch({ died: 0, revived: 0 }))).toBe(0);
  expect(diedRate.read(epoch({}))).toBeUndefined();
});

it("a unit that only examples beyond the sample make alive is not dead", () => {
  const whole = trained(EVERY_EPOCH);
  const sampled = trained(DEFAULT);
  const sampleOnly = trained({ ...EVERY_EPOCH, probe: 5000 });
  const dead = ({ curve }: Completed) => curve.map(({ units = [] }) => units.map((layer) => layer.dead));
  expect(dead(sampled)).toEqual(dead(whole));
  expect(dead(sampleOnly), "no unit that the sample alone would call dead").not.toEqual(dead(whole));
});

it("scores of the training set are taken when they are asked for, and never change the weights", () => {
  const whole = trained(EVERY_EPOCH);
  const taken = (train: MeasureSpec["train"]) => {
    const { digest, curve } = trained({ ...DEFAULT, ...(train === undefined ? {} : { train }) });
    expect(digest).toBe(whole.digest);
    return curve.map((epoch) => epoch.train);
  };
  const [first, , , , , last] = whole.curve.map((epoch) => epoch.train);
  const none = undefined;
  expect(taken("last")).toEqual([none, none, none, none, none, last]);
  expect(taken("ends")).toEqual([first, none, none, none, none, last]);
  // The probe of units reads the training set at the end: its score comes with it.
  expect(taken("running")).toEqual([none, none, none, none, none, last]);
  expect(
    trained({ ...DEFAULT, dead_units: false, train: "running" }).curve.map(({ train }) => train),
  ).toEqual([none, none, none, none, none, none]);
  const subset = taken(500);
  expect(subset.slice(0, 5).every((score) => score !== undefined)).toBe(true);
  expect(subset[1]).not.toEqual(whole.curve[1]?.train);
  expect(taken(TRAIN)).toEqual(whole.curve.map((epoch) => epoch.train));
});

it("running averages are of each batch before its update", () => {
  const { curve } = trained({ ...DEFAULT, dead_units: false });
  expect(curve[0]).not.toHaveProperty("running_accuracy");
  for (const { running_accuracy = Number.NaN, running_loss = Number.NaN } of curve.slice(1)) {
    expect(running_accuracy * TRAIN).toBeCloseTo(Math.round(running_accuracy * TRAIN), 6);
    expect(running_accuracy).toBeGreaterThan(0.2);
    expect(running_loss).toBeGreaterThan(0);
  }
});
