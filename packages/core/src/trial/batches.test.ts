import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import type { TrainSpec, TrialSpec } from "../contract/spec.js";
import { activationRules } from "../network/activation-rules.js";
import { Network } from "../network/network.js";
import { rowSource } from "../network/row-source.js";
import { weightDigest, weightPositions } from "../network/weights.js";
import { inputMapOf } from "./input-map.js";
import { runTrial } from "./run-trial.js";
import { splitRows } from "./split.js";
import { startNetwork } from "./start-network.js";
import { StepRates } from "./step-rates.js";

const data = generatedData({
  kind: "u8",
  inputs: 20,
  classes: 4,
  trainRows: 130,
  testRows: 20,
  density: 0.3,
});
const gelu = findActivation("gelu");
if (!gelu) throw new Error("no gelu");
const activation = activationSpec(gelu);
const noStatistics = () => ({ mean: 0, std: 1 });

function specOf(train: Partial<TrainSpec>, rows = 100): TrialSpec {
  const dataset = { train: rows, validation: 20, test: 20 };
  return trialSpec({
    hidden: [9],
    activation,
    numerics: "strict",
    dataset,
    train: { batch_size: 16, epochs: 2, lr: 0.2, ...train },
  });
}

function run(spec: TrialSpec) {
  const record = runTrial(spec, data, { now: () => 0 });
  if (record.status !== "completed") throw new Error(record.status);
  return { digest: record.digest, ends: record.curve.map(({ epoch, step }) => [epoch, step]), record };
}

describe("batches of a trial", () => {
  it("keep the partial last batch, or drop it", () => {
    expect(run(specOf({})).ends).toEqual([
      [0, 0],
      [1, 7],
      [2, 14],
    ]);
    expect(run(specOf({ drop_last: true })).ends).toEqual([
      [0, 0],
      [1, 6],
      [2, 12],
    ]);
    expect(run(specOf({ drop_last: true })).digest).not.toBe(run(specOf({})).digest);
  });

  it("are the same with drop_last where no batch is partial", () => {
    expect(run(specOf({ drop_last: true }, 96)).digest).toBe(run(specOf({}, 96)).digest);
  });

  it.each([true, false])(
    "come in the split's order each epoch without shuffling (drop_last %s)",
    (drop_last) => {
      const spec = specOf({ shuffle: false, drop_last });
      const split = splitRows(spec, data);
      const inputMap = inputMapOf(spec.dataset, data, noStatistics);
      const rules = [activationRules(activation)];
      const network = new Network({ spec, data, inputMap, rules });
      startNetwork(network, spec, [() => 1, () => 1]);
      const rates = new StepRates(spec.train, network, 14);
      let step = 0;
      for (let epoch = 0; epoch < 2; epoch++)
        for (let from = 0; from < 100; from += 16) {
          const rows = Math.min(16, 100 - from);
          if (drop_last && rows < 16) continue;
          network.load(rowSource(data), split.train, from, rows);
          network.setStep(step);
          rates.writeNext(step++);
          network.step(rows);
        }
      expect(run(spec).digest).toBe(weightDigest(network, weightPositions(network)));
      expect(run({ ...spec, train: { ...spec.train, shuffle: true } }).digest).not.toBe(run(spec).digest);
    },
  );

  it("are counted by steps instead of epochs, which then may end inside one", () => {
    const whole = run(specOf({ epochs: 3 })).record.curve;
    const partial = run(specOf({ epochs: 1, steps: 10 }));
    expect(partial.ends).toEqual([
      [0, 0],
      [1, 7],
      [2, 10],
    ]);
    expect(partial.record.curve[1]?.digest).toBe(whole[1]?.digest);
    expect(run(specOf({ steps: 4 })).ends).toEqual([
      [0, 0],
      [1, 4],
    ]);
    expect(run(specOf({ steps: 21 })).digest).toBe(whole[3]?.digest);
    expect(run(specOf({ steps: 0 })).ends).toEqual([[0, 0]]);
  });

  it("that no training example fills are refused, by number", () => {
    expect(() => run(specOf({ drop_last: true, batch_size: 101 }))).toThrow(
      "100 training examples hold no batch of 101 (train.drop_last is true)",
    );
    expect(() => run(specOf({}, 0))).toThrow("0 training examples hold no batch of 16");
  });
});

describe("a schedule in a trial", () => {
  it.each(["cosine", "step"] as const)("%s goes on where a pause left it", (schedule) => {
    const spec = specOf({ schedule, warmup: 3, optimizer: "adamw", weight_decay: 0.1, lr: 0.01 });
    const paused = runTrial(spec, data, { now: () => 0 }, { until: 9 });
    if (paused.status !== "paused") throw new Error(paused.status);
    const rest = runTrial(spec, data, { now: () => 0 }, { from: paused.checkpoint });
    expect(rest.status === "completed" && rest.digest).toBe(run(spec).digest);
    expect(run(spec).digest).not.toBe(run({ ...spec, train: { ...spec.train, warmup: 0 } }).digest);
  });
});
