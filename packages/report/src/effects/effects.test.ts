import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { trialValue } from "../metrics/trial-value.js";
import { viewRun } from "../view/run-view.js";
import { effectsOf } from "./effects.js";

it("takes differences within a seed at equal settings, and n is the number of seeds", () => {
  const run = syntheticRun({ faults: "none" });
  const view = viewRun(run);
  const [activation] = effectsOf(view);
  expect(activation?.baseline).toBe("relu");
  expect(activation?.places).toHaveLength(4);
  const gelu = activation?.overall.effects.find(({ value }) => value === "gelu");
  expect(gelu?.paired.difference?.n).toBe(3);
  expect(gelu?.paired.leftOut).toBe(0);

  const valueAt = (name: string, seed: number): number => {
    const points = view.points.filter(({ activation: label }) => label === name);
    const values = points.map(({ trials }) =>
      trialValue(trials.find(({ planned }) => planned.seed === seed)?.record, "validation_accuracy"),
    );
    return values.reduce<number>((sum, v) => sum + (v ?? Number.NaN), 0) / values.length;
  };
  [0, 1, 2].forEach((seed, i) => {
    expect(gelu?.paired.differences[i]).toBeCloseTo(valueAt("gelu", seed) - valueAt("relu", seed), 12);
  });
});

it("leaves out diverged pairs and counts them", () => {
  const [activation] = effectsOf(viewRun(syntheticRun({ faults: "none" })));
  const prelu = activation?.overall.effects.find(({ value }) => value === "prelu");
  expect(prelu?.paired.leftOut).toBe(5);
  expect(prelu?.paired.difference?.n).toBe(3);
});

it("says nothing without a baseline", () => {
  const { study, records } = syntheticRun();
  const { baseline: _, ...rest } = study;
  expect(effectsOf(viewRun({ study: rest, records }))).toEqual([]);
});
