import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { activationSpec } from "../src/activation/activation-spec.js";
import { findActivation } from "../src/activation/find-activation.js";
import { rowSource } from "../src/network/row-source.js";
import { ece } from "../src/score/ece.js";
import { macroF1 } from "../src/score/macro-f1.js";
import type { OutputScore } from "../src/score/score-entry.js";
import { prepareTrial } from "../src/trial/prepare-trial.js";
import { runTrial } from "../src/trial/run-trial.js";
import { startNetwork } from "../src/trial/start-network.js";
import { generatedData } from "./generated-data.js";
import { trialSpec } from "./trial-spec.js";

interface Fixtures {
  readonly cases: readonly {
    readonly name: string;
    readonly classes: number;
    readonly outputs: readonly number[];
    readonly labels: readonly number[];
    readonly macro_f1: number;
    readonly ece: number;
  }[];
}
const { cases }: Fixtures = JSON.parse(
  readFileSync(new URL("fixtures/sklearn-scores.json", import.meta.url), "utf8"),
);

/** A score of rows of outputs. */
function scoreOf(
  score: OutputScore,
  rows: readonly (readonly number[])[],
  labels: readonly number[],
): number {
  const tally = score.begin(rows[0]?.length ?? 0);
  rows.forEach((row, i) => {
    tally.add(Float32Array.from(row), labels[i] ?? 0);
  });
  return tally.value();
}

describe("scores of outputs", () => {
  it.each(cases)("are those of scikit-learn and numpy: $name", ({ classes, outputs, labels, ...want }) => {
    const rows = labels.map((_, i) => outputs.slice(i * classes, (i + 1) * classes));
    // Sums of 60 numbers in f64, in another order.
    expect(scoreOf(macroF1, rows, labels)).toBeCloseTo(want.macro_f1, 14);
    expect(scoreOf(ece, rows, labels)).toBeCloseTo(want.ece, 13);
  });

  it("are those computed by hand: three examples of confidence 3/4, one right, and a right one of 9/10", () => {
    const [quarter, tenth] = [
      [Math.log(3), 0],
      [Math.log(9), 0],
    ];
    const rows = [quarter, quarter, quarter, tenth];
    // 3/4 · |1/3 − 3/4| + 1/4 · |1 − 9/10|; the outputs are f32.
    expect(scoreOf(ece, rows, [0, 1, 1, 0])).toBeCloseTo(0.3375, 7);
    // Class 0: precision 2/4, recall 1, so F1 = 2/3. Class 1 is never answered: 0.
    expect(scoreOf(macroF1, rows, [0, 1, 1, 0])).toBe(1 / 3);
  });

  it("have a bin's upper end in it: a confidence of 5/15 is not in the bin of 0.36", () => {
    const rows = [
      [0, 0, 0],
      [Math.log(1.125), 0, 0],
    ];
    expect(scoreOf(ece, rows, [0, 1])).toBeCloseTo((2 / 3 + 0.36) / 2, 7);
  });

  it("count outputs that are no numbers as wrong answers, which have no calibration", () => {
    const rows = [
      [1, 0],
      [Number.NaN, 0],
    ];
    expect(scoreOf(macroF1, rows, [0, 0])).toBe(2 / 3);
    expect(scoreOf(ece, rows, [0, 0])).toBeNaN();
    expect(scoreOf(ece, [[Number.POSITIVE_INFINITY, 0]], [0])).toBeNaN();
  });
});

describe("what a network shows of its outputs", () => {
  const data = generatedData({
    kind: "f32",
    inputs: 3,
    classes: 5,
    trainRows: 700,
    testRows: 90,
    density: 1,
  });
  const tanh = findActivation("tanh");
  if (tanh === undefined) throw new Error("no tanh");
  const spec = trialSpec({
    hidden: [4],
    activation: activationSpec(tanh),
    numerics: "strict",
    dataset: { train: 600, validation: 100, test: 90 },
  });

  it("is every evaluated row once, over all blocks: they give the kernel's own loss and right answers", () => {
    const trial = prepareTrial(spec, data);
    startNetwork(trial.network, spec, trial.moments);
    const seen = { rows: 0, loss: 0, correct: 0 };
    const tally = {
      add(outputs: Float32Array, label: number) {
        const [z, max] = [[...outputs], Math.max(...outputs)];
        seen.rows++;
        seen.loss += Math.log(z.reduce((sum, one) => sum + Math.exp(one - max), 0)) + max - (z[label] ?? 0);
        if (z.indexOf(max) === label) seen.correct++;
      },
      value: () => 0,
    };
    const rows = trial.split.train;
    const totals = trial.network.evaluate(rowSource(data), rows, undefined, [tally]);
    expect(seen.rows).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(256);
    expect(seen.correct).toBe(totals.correct);
    // The kernel's exponentials are f32.
    expect(seen.loss / totals.loss).toBeCloseTo(1, 6);
  });

  it("is measured wherever the loss is, where a trial asks, and changes no weight", () => {
    const plain = runTrial(spec, data, { now: () => 0 });
    const asked = { ...spec, measure: { ...spec.measure, scores: ["macro_f1", "ece"] as const } };
    const record = runTrial(asked, data, { now: () => 0 });
    expect(record).toMatchObject({ status: "completed", digest: "digest" in plain ? plain.digest : "" });
    if (!("curve" in record && "curve" in plain)) throw new Error("a trial was paused");
    expect(record.curve.length).toBe(plain.curve.length);
    record.curve.forEach((epoch, i) => {
      for (const subset of ["train", "validation", "test"] as const) {
        const { macro_f1, ece: error, ...others } = epoch[subset] ?? {};
        expect(others).toEqual(plain.curve[i]?.[subset] ?? {});
        if (epoch[subset] === undefined) continue;
        expect(macro_f1).toBeGreaterThan(0);
        expect(macro_f1).toBeLessThanOrEqual(1);
        expect(error).toBeGreaterThan(0);
        expect(error).toBeLessThan(1);
      }
    });
  });
});
