import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { trialValue } from "../metrics/trial-value.js";
import type { PointView } from "../view/point-view.js";
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

it("counts a diverged trial as always answering the majority class, and says how many", () => {
  const run = syntheticRun({ faults: "none" });
  const [activation] = effectsOf(viewRun(run));
  const prelu = activation?.overall.effects.find(({ value }) => value === "prelu");
  expect(prelu?.paired).toMatchObject({ leftOut: 0, diverged: 5, planned: 12, difference: { n: 3 } });
  const place = activation?.places.find(
    ({ settings }) => settings?.["train.lr"] === 0.8 && settings?.["model.init"] === "he_normal",
  );
  const there = place?.effects.find(({ value }) => value === "prelu")?.paired;
  const relu = viewRun(run).points.find(
    ({ configuration }) => configuration.label === "relu · he_normal · lr 0.8",
  );
  const { class_counts: counts } = run.study.data[0] ?? { class_counts: [] };
  const commonest = Math.max(...counts) / counts.reduce((sum, n) => sum + n, 0);
  there?.differences.forEach((difference, i) => {
    const base = trialValue(relu?.trials[i]?.record, "validation_accuracy") ?? Number.NaN;
    expect(difference).toBeCloseTo(commonest - base, 12);
  });
});

it("leaves out what failed, and decides nothing where that is more than a fifth", () => {
  const run = syntheticRun({ faults: "none" });
  // The first three trials are the first point of relu, the baseline.
  const records = run.records.filter((_, i) => i > 2);
  const [activation] = effectsOf(viewRun({ ...run, records }));
  const gelu = activation?.overall.effects.find(({ value }) => value === "gelu");
  expect(gelu?.paired).toMatchObject({ leftOut: 3, planned: 12, verdict: "undecided" });
  expect(gelu?.paired.why).toContain("3 of 12 pairs are missing a side, more than a fifth");
});

it("makes each at its best settings the headline where the learning rate varies: validation chooses, test judges", () => {
  const view = viewRun(syntheticRun({ faults: "none" }));
  const [activation] = effectsOf(view);
  expect(activation?.headline).toBe("best");
  const best = activation?.best;
  expect(best).toMatchObject({ chosenBy: "validation_accuracy", metric: "test_accuracy", candidates: 4 });
  const gelu = best?.effects.find(({ value }) => value === "gelu");
  expect(gelu?.chosen.configuration.label).toBe("gelu · he_normal · lr 0.8");
  const [first] = gelu?.paired.differences ?? [];
  const test = (point: PointView | undefined): number =>
    trialValue(point?.trials[0]?.record, "test_accuracy") ?? Number.NaN;
  expect(first).toBeCloseTo(test(gelu?.chosen) - test(best?.baseline), 12);
  expect(gelu?.paired.family).toBe(6);
});

it("chooses nothing where nothing was held out, and says so", () => {
  const [activation] = effectsOf(viewRun(syntheticRun({ faults: "none", validation: 0 })));
  expect(activation?.headline).toBe("equal");
  expect(activation?.best).toBeUndefined();
  expect(activation?.whyNoBest).toContain("no validation examples");
});

it("says nothing without a baseline", () => {
  const { study, records } = syntheticRun();
  const { baseline: _, ...rest } = study;
  expect(effectsOf(viewRun({ study: rest, records }))).toEqual([]);
});
