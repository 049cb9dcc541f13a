import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { ENGINE, type TrialSpec } from "../contract/spec.js";
import { StepLoop } from "../speed/step-loop.js";
import { runTrial } from "./run-trial.js";

const data = generatedData({
  kind: "f32",
  inputs: 2,
  classes: 2,
  trainRows: 64,
  testRows: 8,
  density: 1,
});
const own = trialSpec({ hidden: [], activation: [], numerics: "strict" });

/** A spec as another version, or anyone, may send it. */
const sent = (changes: object): TrialSpec => JSON.parse(JSON.stringify({ ...own, ...changes }));

describe("a trial whose arithmetic is not available here is not trained", () => {
  it.each([
    [
      { engine: ENGINE - 1 },
      "engine_unknown",
      `planned for engine ${ENGINE - 1}, and this actbench has engine`,
    ],
    [{ engine: 99 }, "engine_unknown", "planned for engine 99"],
    [{ engine: `${ENGINE}` }, "engine_unknown", "planned for engine"],
    [{ engine: undefined }, "engine_unknown", "planned for engine undefined"],
    [{ numerics: "fast" }, "numerics_unknown", '"fast" is no numerics profile: expected fma or strict'],
    [{ numerics: undefined }, "numerics_unknown", "is no numerics profile"],
  ])("%o", (changes, code, message) => {
    const spec = sent(changes);
    const error = { code, message: expect.stringContaining(message) };
    expect(() => runTrial(spec, data, { now: () => 0 })).toThrow(expect.objectContaining(error));
    expect(() => new StepLoop(spec, data)).toThrow(expect.objectContaining(error));
  });

  it.each<[object, string]>([
    [{ seed: 1.5 }, "spec.seed: expected a whole number, found 1.5"],
    [
      { dataset: { ...own.dataset, normalize: "z" } },
      "spec.dataset.normalize: expected one of none, unit, stand",
    ],
    [{ model: { ...own.model, hidden: [0] } }, "spec.model.hidden[0]: expected a whole number ≥ 1, found 0"],
    [{ model: { ...own.model, hidden: [4] } }, "spec.model.activation: 0 activations of 1 hidden layers"],
    [{ model: { ...own.model, init: "he" } }, "spec.model.init: expected one of xavier_uniform"],
    [{ train: { ...own.train, optimizer: "sdg" } }, "spec.train.optimizer: expected one of sgd, momentum"],
    [{ train: { ...own.train, lr: "0.1" } }, 'spec.train.lr: expected a number ≥ 0, found "0.1"'],
    [
      { train: { ...own.train, batch_size: 0 } },
      "spec.train.batch_size: expected a whole number ≥ 1, found 0",
    ],
    [{ train: { ...own.train, lr: -1 } }, "spec.train.lr: expected a number ≥ 0, found -1"],
    [{ train: { ...own.train, beta2: 1 } }, "spec.train.beta2: expected a number ≥ 0 and < 1, found 1"],
    [{ train: { ...own.train, epsilon: 0 } }, "spec.train.epsilon: expected a number above 0, found 0"],
    [{ measure: undefined }, "spec.measure: expected an object, found nothing"],
    [
      {
        model: {
          ...own.model,
          hidden: [2],
          activation: [
            { label: "a", name: "a", params: [], at_kink: "torch", inputs: 1, tree: ["exec", "x"] },
          ],
        },
      },
      'spec.model.activation[0].tree: unknown operator "exec"',
    ],
  ])("nor one with a setting that is none: %o", (changes, message) => {
    const error = { code: "malformed", message: expect.stringContaining(message) };
    expect(() => runTrial(sent(changes), data, { now: () => 0 })).toThrow(expect.objectContaining(error));
  });

  it("and one whose arithmetic is, is", () => {
    expect(runTrial(own, data, { now: () => 0 })).toMatchObject({ status: "completed" });
  });
});
