import { describe, expect, it } from "vitest";
import { DIES_AT, dyingUnit, REVIVES_AT, STEPS } from "../../test/dying-unit.js";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import type { TrialSpec } from "../contract/spec.js";
import { isInState } from "../contract/unit-state.js";
import { runTrial } from "../trial/run-trial.js";
import { traceUnit } from "./trace-unit.js";
import { NoSuchUnitError } from "./unit-look.js";

describe("the life of the constructed network's unit 3 of layer 2", () => {
  const { spec, data, start } = dyingUnit({ dead_units: true, every: 10, probe: "train" });
  const { turns, moments, probe_n } = traceUnit(spec, data, { layer: 2, unit: 3 }, { start });
  const [death = expect.fail(), revival = expect.fail()] = turns;

  it("is looked at where the trial probes its units", () => {
    expect(probe_n).toBe(STEPS);
    expect(moments.map(({ step, states }) => [step, states.includes("dead")])).toEqual([
      [0, false],
      [10, false],
      [20, true],
      [30, true],
      [40, false],
      [STEPS, false],
    ]);
  });

  it("ends with update 17, by its own weights", () => {
    expect(death).toMatchObject({
      kind: "death",
      step: DIES_AT,
      epoch: 1,
      batch: DIES_AT,
      lr: 1,
      labels: [0, 1],
      by: "own weights",
    });
    expect(death.before.bias).toBeCloseTo(-0.9, 6);
    expect(death.after.bias).toBeLessThan(-1.5);
    expect([death.before.activity > 0, death.after.activity]).toEqual([true, 0]);
    expect(death.after.z_mean).toBeLessThan(death.before.z_mean);
  });

  it("begins again with update 40, by the layer before it", () => {
    expect(revival).toMatchObject({ kind: "revival", step: REVIVES_AT, labels: [1, 0], by: "layers before" });
    expect(revival.after.bias).toBe(revival.before.bias);
    expect(turns).toHaveLength(2);
  });
});

describe("traceUnit", () => {
  const data = generatedData({
    kind: "u8",
    inputs: 12,
    classes: 3,
    trainRows: 96,
    testRows: 0,
    density: 0.4,
  });
  const specOf = (name: string, changes: Partial<TrialSpec["train"]>): TrialSpec => {
    const definition = findActivation(name);
    if (!definition) throw new Error(`no ${name}`);
    return trialSpec({
      hidden: [10, 8],
      activation: activationSpec(definition),
      numerics: "strict",
      dataset: { train: 96 },
      train: { epochs: 4, batch_size: 8, ...changes },
    });
  };

  it("agrees with what the trial itself saw after every update", () => {
    const spec = specOf("relu", { lr: 1.5 });
    const record = runTrial({ ...spec, measure: { dead_units: true, every: 1, probe: "train" } }, data, {
      now: () => 0,
    });
    if (record.status !== "completed") throw new Error(record.status);
    const seen = record.curve.flatMap(({ probes = [], step, units = [] }) => [...probes, { step, units }]);
    let found = 0;
    for (const unit of [1, 2, 3, 4, 5, 6, 7, 8])
      for (const turn of traceUnit(spec, data, { layer: 2, unit }).turns) {
        const dead = (step: number): boolean =>
          isInState(seen.find((probe) => probe.step === step)?.units[1]?.states ?? "", unit - 1, "dead");
        expect([dead(turn.step - 1), dead(turn.step)]).toEqual(
          turn.kind === "death" ? [false, true] : [true, false],
        );
        expect(turn.before.states.includes("dead")).toBe(dead(turn.step - 1));
        found++;
      }
    expect(found).toBeGreaterThan(2);
  });

  it.each(["sgd", "momentum", "adam"] as const)("gives the batch's mean loss under %s", (optimizer) => {
    // One step per epoch, so that an epoch's running loss is that of its only batch.
    const train = { optimizer, lr: optimizer === "adam" ? 0.3 : 2, batch_size: 96, epochs: 12 };
    const spec = specOf("relu", train);
    const record = runTrial(
      { ...spec, measure: { dead_units: true, every: 1, probe: "train", train: "running" } },
      data,
      { now: () => 0 },
    );
    const curve = record.status === "completed" ? record.curve : [];
    const turns = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((unit) => traceUnit(spec, data, { layer: 2, unit }).turns);
    expect(turns.length).toBeGreaterThan(0);
    for (const { step, loss } of turns) expect(loss).toBe(curve[step]?.running_loss);
  });

  it("follows gated units, and ends where the trial diverges", () => {
    expect(traceUnit(specOf("maxout", {}), data, { layer: 1, unit: 10 }).turns).toEqual([]);
    const diverged = traceUnit(specOf("identity", { lr: 1e30 }), data, { layer: 1, unit: 1 });
    expect(diverged.moments.map(({ step }) => step)).toEqual([0]);
  });

  it.each([
    [0, 1],
    [3, 1],
    [1, 11],
    [1, 0],
    [1, 1.5],
  ])("refuses unit %d:%d, which there is not", (layer, unit) => {
    expect(() => traceUnit(specOf("relu", {}), data, { layer, unit })).toThrow(NoSuchUnitError);
  });
});
