import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { catalog } from "../activation/catalog/catalog.js";
import { trialId } from "../contract/identity.js";
import type { EpochRecord, TrialRecord } from "../contract/record.js";
import type { TrialSpec } from "../contract/spec.js";
import { ShapeError } from "../shape/shape-error.js";
import { checkCheckpoint, checkRecord } from "./check-record.js";
import { runTrial } from "./run-trial.js";

const data = generatedData({ kind: "f32", inputs: 5, classes: 3, trainRows: 60, testRows: 12, density: 1 });

interface Changes {
  readonly activation?: string;
  readonly hidden?: readonly number[];
  readonly dataset?: Partial<TrialSpec["dataset"]>;
  readonly train?: Partial<TrialSpec["train"]>;
  readonly model?: Partial<TrialSpec["model"]>;
  readonly measure?: Partial<TrialSpec["measure"]>;
}

function specOf({
  activation = "relu",
  hidden = [7, 4],
  dataset,
  train,
  model,
  measure,
}: Changes): TrialSpec {
  const entry = catalog.find(({ name }) => name === activation);
  if (entry === undefined) throw new Error(`no ${activation}`);
  return trialSpec({
    hidden,
    activation: activationSpec(entry),
    numerics: "strict",
    dataset: { train: 48, validation: 12, test: 12, ...dataset },
    train: { epochs: 3, batch_size: 16, ...train },
    ...(model === undefined ? {} : { model }),
    ...(measure === undefined ? {} : { measure }),
  });
}

const host = {
  now: (() => {
    let s = 0;
    return () => s++;
  })(),
  cpuSeconds: () => 1,
};
const trialOf = (spec: TrialSpec) => ({ id: trialId(spec), spec });

function recordOf(spec: TrialSpec): TrialRecord {
  const result = runTrial(spec, data, host);
  if (result.status === "paused") throw new Error("paused");
  return result;
}

const EVERYTHING = { every: 2, gradients: true, forensics: true, probe: 10 } as const;

describe("what a trial gives is a record of it", () => {
  it.each<[string, Changes, TrialRecord["status"]]>([
    ["of two hidden layers", {}, "completed"],
    ["without hidden layers", { hidden: [] }, "completed"],
    ["without validation and test examples", { dataset: { validation: 0, test: 0 } }, "completed"],
    ["of updates instead of epochs", { train: { steps: 7 } }, "completed"],
    ["without a single update", { train: { steps: 0 } }, "completed"],
    ["of batches that leave examples out", { train: { batch_size: 13, drop_last: true } }, "completed"],
    ["of an autoencoder", { train: { loss: "mse", target: "input" } }, "completed"],
    ["without units", { measure: { dead_units: false } }, "completed"],
    ["of units at its ends", { measure: { every: "end" } }, "completed"],
    ["with all that can be measured", { measure: EVERYTHING }, "completed"],
    ["of trained parameters", { activation: "prelu", measure: EVERYTHING }, "completed"],
    ["of units with several inputs", { activation: "maxout", measure: EVERYTHING }, "completed"],
    ["with normalization and dropout", { model: { normalization: "batch", dropout: 0.3 } }, "completed"],
    ["that saturates", { activation: "tanh", train: { lr: 1e25 }, measure: EVERYTHING }, "completed"],
    ["that diverges", { train: { lr: 1e20 }, measure: EVERYTHING }, "diverged"],
    ["that diverges before its first update", { dataset: { scale: 3e38 } }, "diverged"],
  ])("%s", (_, changes, status) => {
    const spec = specOf(changes);
    const record = recordOf(spec);
    expect(record.status).toBe(status);
    expect(checkRecord(record, trialOf(spec))).toBe(record);
    const sent: unknown = JSON.parse(JSON.stringify(record));
    expect(checkRecord(sent, trialOf(spec))).toEqual(record);
  });

  it("also after a pause, whose checkpoint is one of it", () => {
    const spec = specOf({ measure: EVERYTHING });
    for (const until of [0, 1, 3, 5, 8]) {
      const paused = runTrial(spec, data, host, { until });
      if (paused.status !== "paused") throw new Error(paused.status);
      expect(checkCheckpoint(paused.checkpoint, trialOf(spec))).toEqual(paused.checkpoint);
      const record = runTrial(spec, data, host, { from: structuredClone(paused.checkpoint) });
      expect(checkRecord(record, trialOf(spec))).toBe(record);
    }
  });

  it("also where it ended early", () => {
    const spec = specOf({});
    const { id, curve } = recordOf(spec);
    const partial = curve.slice(0, 2);
    const error = { code: "x", message: "y" };
    const records: readonly TrialRecord[] = [
      { status: "timed_out", id, curve: partial, after_s: 1 },
      { status: "out_of_memory", id, curve: [], limit_bytes: 1, needed_bytes: 2 },
      { status: "failed", id, curve: partial, error, retries: 2 },
      { status: "pruned", id, curve: partial, rung: 1, digest: partial[1]?.digest ?? "" },
    ];
    for (const record of records) expect(checkRecord(record, trialOf(spec))).toBe(record);
  });
});

const spec = specOf({ measure: { every: 2, gradients: true } });
const whole = recordOf(spec);
if (whole.status !== "completed") throw new Error(whole.status);
const { digest, ...undigested } = whole;
const { curve: _curve, ...curveless } = whole;
const wild = recordOf(specOf({ train: { lr: 1e20 } }));

/** The record with an epoch that differs. */
function withEpoch(place: number, changes: object): object {
  return { ...whole, curve: whole.curve.map((epoch, i) => (i === place ? { ...epoch, ...changes } : epoch)) };
}
const [units] = whole.curve[1]?.units ?? [];
const without = (key: keyof EpochRecord): object => withEpoch(1, { [key]: undefined });

describe("what is no record of a trial is refused with its place", () => {
  it.each<[string, unknown, string]>([
    ["nothing", undefined, "expected an object, found nothing"],
    ["a text", "<script>", 'expected an object, found "<script>"'],
    ["a list", [whole], "expected an object, found a list"],
    ["no status", { ...whole, status: undefined }, "status: expected a text, found nothing"],
    ["an unknown status", { ...whole, status: "<script>" }, 'status: "<script>" is not a status of a trial'],
    ["an inherited status", { ...whole, status: "constructor" }, 'status: "constructor" is not a status'],
    ["another trial's id", { ...whole, id: "0".repeat(32) }, `id: expected ${whole.id}, found "000`],
    ["no curve", curveless, "curve: expected a list, found nothing"],
    ["a curve that is a text", { ...whole, curve: "x" }, 'curve: expected a list, found "x"'],
    ["an empty curve", { ...whole, curve: [] }, "curve: expected 9 updates, found no epoch"],
    ["a shorter curve", { ...whole, curve: whole.curve.slice(0, 3) }, "curve: expected 9 updates, found 6"],
    [
      "a curve with a gap",
      { ...whole, curve: whole.curve.toSpliced(1, 1) },
      "curve[1].epoch: expected epoch 1",
    ],
    [
      "a curve in another order",
      { ...whole, curve: whole.curve.toReversed() },
      "curve[1]: epoch 2 at update 6 does not",
    ],
    [
      "an epoch at another update",
      withEpoch(2, { step: 7 }),
      "curve[2].step: epoch 2 ends at update 6, found 7",
    ],
    ["an epoch that is none", { ...whole, curve: [null] }, "curve[0]: expected an object, found null"],
    [
      "an accuracy above 1",
      withEpoch(3, { test: { loss: 1, accuracy: 1.5 } }),
      "curve[3].test.accuracy: expected a number from 0 to 1, found 1.5",
    ],
    [
      "an accuracy that is a text",
      withEpoch(1, { test: { loss: 1, accuracy: "1" } }),
      'curve[1].test.accuracy: expected a number from 0 to 1, found "1"',
    ],
    [
      "a loss below 0",
      withEpoch(3, { train: { loss: -1, accuracy: 1 } }),
      "curve[3].train.loss: expected a loss ≥ 0, found -1",
    ],
    [
      "a loss that is no number",
      withEpoch(3, { train: { loss: Number.NaN, accuracy: 1 } }),
      "curve[3].train.loss: expected",
    ],
    [
      "no accuracy of a classifier",
      withEpoch(3, { test: { loss: 1 } }),
      "curve[3].test.accuracy: expected one, found nothing",
    ],
    ["no score", without("validation"), "curve[1].validation: expected a score, found nothing"],
    [
      "more dead units than there are",
      withEpoch(1, { units: [{ ...units, dead: 8 }, units] }),
      "curve[1].units[0]: a layer of 7 units cannot have more of a kind",
    ],
    [
      "half a dead unit",
      withEpoch(1, { units: [{ ...units, dead: 0.5 }] }),
      "curve[1].units[0].dead: expected a whole number ≥ 0, found 0.5",
    ],
    [
      "units of another network",
      withEpoch(1, { units: [units] }),
      "curve[1].units: expected 2 layers, found 1",
    ],
    [
      "layers of another width",
      withEpoch(1, { units: [units, units] }),
      "curve[1].units[1]: expected 4 units, found 7",
    ],
    [
      "states of other units",
      withEpoch(1, { units: [{ ...units, states: "0" }] }),
      "curve[1].units[0].states: 1 states of 7 units",
    ],
    [
      "time that runs backwards",
      withEpoch(1, { train_s: -1 }),
      "curve[1].train_s: expected a number ≥ 0, found -1",
    ],
    [
      "a digest of zeros and a z",
      withEpoch(1, { digest: `${"0".repeat(31)}z` }),
      "curve[1].digest: expected a digest of 32",
    ],
    ["no digest", undigested, "digest: expected a digest of 32 hexadecimal digits, found nothing"],
    [
      "a digest that is not a string",
      { ...whole, digest: 1 },
      "digest: expected a digest of 32 hexadecimal digits, found 1",
    ],
    [
      "a digest that is not the last one",
      { ...whole, digest: "0".repeat(32) },
      `curve: its last digest is ${digest}, the record's is 000`,
    ],
    ["no times", { ...whole, timing: undefined }, "timing: expected an object, found nothing"],
    [
      "times that are texts",
      { ...whole, timing: { ...whole.timing, train_s: "1" } },
      'timing.train_s: expected a number ≥ 0, found "1"',
    ],
    ["a probe larger than its data", { ...whole, probe_n: 49 }, "probe_n: there are 48 training examples"],
    ["memory below 0", { ...whole, peak_bytes: -1 }, "peak_bytes: expected a number ≥ 0"],
    [
      "a failure without an error",
      { status: "failed", id: whole.id, curve: [] },
      "error: expected an object, found nothing",
    ],
    [
      "an error without a message",
      { status: "failed", id: whole.id, curve: [], error: { code: "x" } },
      "error.message: expected a text, found nothing",
    ],
    [
      "the rung before the first",
      { ...whole, status: "pruned", rung: 0 },
      "rung: expected a whole number ≥ 1, found 0",
    ],
    [
      "an update after the last that diverged",
      { ...wild, id: whole.id, step: 99 },
      "step: the trial has 9 updates",
    ],
    ["a layer after the last that diverged", { ...wild, id: whole.id, layer: 4 }, "layer: the network has 3"],
    [
      "an epoch after the update that diverged",
      { ...whole, status: "diverged", step: 5 },
      "curve: it goes beyond update 5, which diverged",
    ],
  ])("%s", (_, value, message) => {
    let refusal: unknown;
    try {
      checkRecord(value, trialOf(spec));
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(ShapeError);
    expect((refusal as ShapeError).message).toContain(message);
  });

  it.each<[string, object, string]>([
    ["another trial's", { id: "0".repeat(32) }, "id: expected"],
    ["one of a trial that is over", { step: 9 }, "step: the trial ends at update 9"],
    ["one behind its curve", { step: 2 }, "curve: it goes beyond update 2"],
    ["a state that is a text", { state: "AAAA" }, "state: expected bytes"],
    ["no state", { state: undefined }, "state: expected bytes"],
    ["scalars that are none", { scalars: ["1"] }, 'scalars[0]: expected a finite number, found "1"'],
    ["probes that are none", { probes: [{ step: 1 }] }, "probes[0].score: expected an object"],
  ])("a checkpoint: %s", (_, changes, message) => {
    const paused = runTrial(spec, data, host, { until: 4 });
    if (paused.status !== "paused") throw new Error(paused.status);
    expect(() => checkCheckpoint({ ...paused.checkpoint, ...changes }, trialOf(spec))).toThrow(message);
  });

  it("keeps what a newer version may have added", () => {
    const newer = { ...withEpoch(1, { curvature: 1 }), altitude: 2 };
    expect(checkRecord(newer, trialOf(spec))).toEqual(newer);
  });
});
