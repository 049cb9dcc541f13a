import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { catalog } from "../activation/catalog/catalog.js";
import type { TrainSpec, TrialSpec } from "../contract/spec.js";
import { runTrial } from "../trial/run-trial.js";
import { firstDifference } from "./first-difference.js";
import { type States, TrialStates } from "./trial-states.js";

const data = generatedData({
  kind: "u8",
  inputs: 12,
  classes: 3,
  trainRows: 96,
  testRows: 8,
  density: 0.3,
});

const prelu = catalog.filter(({ name }) => name === "prelu").map((entry) => activationSpec(entry));

function spec(train: Partial<TrainSpec> = {}, model: Partial<TrialSpec["model"]> = {}): TrialSpec {
  const [activation] = prelu;
  if (activation === undefined) throw new Error("no prelu");
  return trialSpec({
    hidden: [8, 5],
    activation,
    numerics: "strict",
    dataset: { train: 96, test: 8 },
    train: { epochs: 3, batch_size: 10, optimizer: "adam", lr: 0.01, ...train },
    model: { normalization: "batch", ...model },
  });
}

const namesOf = (states: States) => states.at(0).map(({ name }) => name);

describe("TrialStates", () => {
  it("names everything that training changes, layer by layer", () => {
    expect(namesOf(new TrialStates(spec({ optimizer: "sgd" }, { normalization: "none" }), data))).toEqual([
      "layer 1 weights",
      "layer 1 biases",
      "layer 1 alpha",
      "layer 2 weights",
      "layer 2 biases",
      "layer 2 alpha",
      "output weights",
      "output biases",
    ]);
    const names = namesOf(new TrialStates(spec(), data));
    expect(names).toContain("layer 2 normalization gamma, optimizer state 2");
    expect(names.slice(-2)).toEqual(["layer 2 running mean", "layer 2 running variance"]);
  });

  it("gives the same states asked for in any order", () => {
    const [forth, back] = [new TrialStates(spec(), data), new TrialStates(spec(), data)];
    const steps = [0, 1, 9, 10, 11, 29, 30];
    const one = steps.map((step) => forth.at(step));
    const other = steps.toReversed().map((step) => back.at(step));
    expect(other.toReversed()).toEqual(one);
    const biases = one.map((tensors) => tensors[1]?.digest);
    expect(new Set(biases).size).toBe(steps.length);
  });

  it("stays at the state in which a trial diverged", () => {
    const states = new TrialStates(spec({ optimizer: "sgd", lr: 1e38 }, { normalization: "none" }), data);
    const end = states.at(30);
    expect(end.some(({ values }) => values?.some((value) => !Number.isFinite(value)))).toBe(true);
    expect(states.at(29)).toEqual(end);
  });
});

describe("firstDifference", () => {
  it("finds nothing between two trainings of one trial", () => {
    expect(firstDifference(new TrialStates(spec(), data), new TrialStates(spec(), data))).toBeUndefined();
  });

  it.each([0, 1, 2, 17, 29, 30])("finds that bits part after update %i, and in which tensor", (step) => {
    const sound = new TrialStates(spec(), data);
    const faulty: States = {
      steps: sound.steps,
      at: (asked) =>
        sound
          .at(asked)
          .map((tensor) =>
            asked >= step && tensor.name === "layer 2 biases" ? { ...tensor, digest: "another" } : tensor,
          ),
    };
    expect(firstDifference(sound, faulty)).toMatchObject({ step, tensors: [{ name: "layer 2 biases" }] });
  });

  it("tells how many values differ and by how much", () => {
    const found = firstDifference(
      new TrialStates(spec(), data),
      new TrialStates(spec({ schedule: "step" }), data),
    );
    // The step schedule lowers the rate at half of the 30 updates, so the 16th is the first that differs.
    expect(found?.step).toBe(16);
    const [weights] = found?.tensors ?? [];
    expect(weights).toMatchObject({ name: "layer 1 weights", otherShape: false, values: { count: 96 } });
    expect(weights?.values?.largest).toBeGreaterThan(0);
    expect(weights?.values?.largest).toBeLessThan(0.02);
  });

  it("compares what two networks share, and says where a shape is another", () => {
    const base = spec();
    const wide = { ...base, model: { ...base.model, hidden: [8, 6] } };
    const found = firstDifference(new TrialStates(base, data), new TrialStates(wide, data));
    expect(found?.step).toBe(0);
    expect(found?.tensors.map(({ name }) => name)).toContain("layer 2 weights");
    expect(found?.tensors.map(({ name }) => name)).not.toContain("layer 1 weights");
    expect(found?.tensors.every(({ otherShape }) => otherShape)).toBe(true);
  });

  it("agrees with the digests of epochs in a record", () => {
    const record = runTrial(spec(), data, { now: () => 0 });
    const other = runTrial(spec({ schedule: "step" }), data, { now: () => 0 });
    if (record.status !== "completed" || other.status !== "completed") throw new Error("not completed");
    const same = record.curve.map(({ digest }, epoch) => digest === other.curve[epoch]?.digest);
    expect(same).toEqual([true, true, false, false]);
  });
});
