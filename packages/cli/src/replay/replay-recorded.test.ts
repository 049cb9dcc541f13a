import { catalog, runTrial, type TrialRecord, type TrialSpec } from "@actbench/core/internal";
import { factsOf, loadDataset } from "@actbench/datasets";
import { loadSweep } from "@actbench/sweep";
import { beforeAll, describe, expect, it } from "vitest";
import type { Replay } from "./prepare-replay.js";
import { recordedText, replayRecorded } from "./replay-recorded.js";

const TEXT = `name: replayed
dataset: { name: two_moons, train: 64, validation: 16 }
model: { hidden: [8] }
train: { epochs: 3, batch_size: 16 }
parameters: { activation: [tanh] }
seeds: 1
numerics: strict
`;

let replay: Replay;
let record: TrialRecord;
let diverging: TrialSpec;

beforeAll(async () => {
  const data = await loadDataset("two_moons");
  const catalogs = {
    activations: catalog,
    datasets: [factsOf(data)],
    datasetNames: ["two_moons"],
    fma: false,
  };
  const [point] = loadSweep({ text: TEXT, file: "x.yaml", overrides: [], catalogs }).points;
  if (point === undefined) throw new Error("no point");
  const spec = { ...point.spec, seed: 0 };
  replay = { spec, data, functionsOf: () => undefined };
  diverging = { ...spec, train: { ...spec.train, lr: 1e38, loss: "mse" } };
  record = recordOf(spec);
});

function recordOf(spec: TrialSpec): TrialRecord {
  const result = runTrial(spec, replay.data, { now: () => 0 });
  if (result.status === "paused") throw new Error("paused");
  return result;
}

const again = (recorded: TrialRecord) => replayRecorded(replay, recorded, () => {});

describe("replaying a recorded trial", () => {
  it("ends in the same digest, tells each epoch, and exits with 0", () => {
    const epochs: number[] = [];
    const result = replayRecorded(replay, record, ({ epoch }) => epochs.push(epoch));
    expect(result).toMatchObject({ agreement: { same: true, epochs: 4 }, code: 0 });
    expect(epochs).toEqual([0, 1, 2, 3]);
    expect(recordedText(result)).toMatch(
      /^recorded {2}completed, digest (\w+)\nreplayed {2}completed, digest \1\nsame/,
    );
  });

  it("names the first epoch whose weights differ, and exits with 1", () => {
    if (record.status !== "completed") throw new Error(record.status);
    const curve = record.curve.map((epoch) =>
      epoch.epoch >= 2 ? { ...epoch, digest: "0".repeat(32) } : epoch,
    );
    expect(again({ ...record, curve, digest: "0".repeat(32) })).toMatchObject({
      agreement: {
        same: false,
        difference: "the weights at the end of epoch 2 (update 8), for the first time",
      },
      code: 1,
    });
  });

  it("notices a measure that differs though the weights agree", () => {
    const curve = record.curve.map((epoch) =>
      epoch.epoch === 1 && epoch.train ? { ...epoch, train: { ...epoch.train, loss: 0.5 } } : epoch,
    );
    expect(again({ ...record, curve }).agreement?.difference).toBe(
      "train at the end of epoch 1 (update 4), with the same weights",
    );
  });

  it("compares the end alone where a record keeps no digests of epochs", () => {
    const curve = record.curve.map(({ digest: _, ...epoch }) => epoch);
    expect(again({ ...record, curve })).toMatchObject({ agreement: { same: true, epochs: 0 }, code: 0 });
  });

  it("compares the step of a divergence", () => {
    const diverged = recordOf(diverging);
    if (diverged.status !== "diverged") throw new Error(diverged.status);
    const own = { ...replay, spec: diverging };
    expect(replayRecorded(own, diverged, () => {}).code).toBe(0);
    const later = { ...diverged, step: diverged.step + 1 };
    expect(replayRecorded(own, later, () => {}).agreement?.difference).toContain("diverged at step");
    expect(again(diverged).agreement?.difference).toBeDefined();
  });

  it("goes no further than a pruned trial went", () => {
    if (record.status !== "completed") throw new Error(record.status);
    const { digest = "" } = record.curve[2] ?? {};
    const { id } = record;
    const pruned: TrialRecord = { status: "pruned", rung: 0, id, digest, curve: record.curve.slice(0, 3) };
    expect(again(pruned)).toMatchObject({ agreement: { same: true, epochs: 3 }, code: 0 });
  });

  it("has nothing to compare with where the trial timed out", () => {
    const { id } = record;
    const result = again({ status: "timed_out", after_s: 1, id, curve: [] });
    expect(result.agreement).toBeUndefined();
    expect(result.code).toBe(0);
    expect(recordedText(result)).toContain("the record holds no digest to compare with");
  });

  it("exits with 3 where the trial fails now", () => {
    const broken = { ...replay.spec, dataset: { ...replay.spec.dataset, train: 10_000 } };
    const result = replayRecorded({ ...replay, spec: broken }, record, () => {});
    expect(result).toMatchObject({ replayed: { status: "failed" }, code: 3 });
    expect(recordedText(result)).toContain("examples asked for");
  });
});
