import { expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import type { TrialSpec } from "../contract/spec.js";
import { runTrial } from "../trial/run-trial.js";
import { speedGroupId, speedId } from "./speed-id.js";
import { StepLoop } from "./step-loop.js";

const data = generatedData({ kind: "u8", inputs: 20, classes: 4, trainRows: 64, testRows: 8, density: 0.5 });

function spec(name: string, train: Partial<TrialSpec["train"]> = {}): TrialSpec {
  const activation = findActivation(name);
  if (!activation) throw new Error(`no ${name}`);
  return trialSpec({
    hidden: [12, 7],
    activation: activationSpec(activation),
    numerics: "strict",
    train: { epochs: 1, batch_size: 16, optimizer: "adam", lr: 0.01, ...train },
  });
}

it("makes the updates of the trial's first epoch, and the same ones after a restart", () => {
  const one = spec("prelu", { schedule: "cosine" });
  const record = runTrial(one, data, { now: () => 0 });
  const loop = new StepLoop(one, data);
  const start = loop.digest();
  for (const _ of [1, 2]) {
    for (let step = 0; step < 64 / 16; step++) loop.step();
    expect(loop.digest()).toBe(record.status === "completed" ? record.digest : "completed");
    loop.restart();
    expect(loop.digest()).toBe(start);
  }
});

it("begins the first epoch again after its last full batch", () => {
  const loop = new StepLoop(spec("relu"), data);
  for (let step = 0; step < 100; step++) loop.step();
  expect(loop.digest()).toMatch(/^[0-9a-f]{32}$/);
});

it("speed hangs on network, activation and data, and not on rate, seed or length", () => {
  const relu = spec("relu");
  expect(speedId(spec("relu", { lr: 0.5, epochs: 9, schedule: "linear" }))).toBe(speedId(relu));
  expect(speedId({ ...relu, model: { ...relu.model, init: "xavier_uniform" } })).toBe(speedId(relu));
  expect(speedId(spec("elu"))).not.toBe(speedId(relu));
  expect(speedGroupId(spec("elu"))).toBe(speedGroupId(relu));
  expect(speedGroupId(spec("relu", { batch_size: 32 }))).not.toBe(speedGroupId(relu));
});
