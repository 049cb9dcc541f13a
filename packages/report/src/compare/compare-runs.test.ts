import { describe, expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { extractRun } from "../data/extract-runs.js";
import { trialValue } from "../metrics/trial-value.js";
import { renderReport } from "../page/render-report.js";
import type { Run } from "../view/run.js";
import { compareRuns } from "./compare-runs.js";
import type { Comparison } from "./comparison.js";

const whole = { faults: "none" } as const;

function compareTwo(a: Run, b: Run, margin?: number): Comparison {
  const [comparison] = compareRuns(a, [b], { margin });
  if (comparison === undefined) throw new Error("no comparison");
  return comparison;
}

describe("compareRuns", () => {
  it("finds no difference between a run and itself, bit for bit", () => {
    const run = syntheticRun(whole);
    const { config, points, onlyA, onlyB, overall } = compareTwo(run, run);
    expect([config, onlyA, onlyB]).toEqual([[], [], []]);
    expect(points).toHaveLength(28);
    for (const { seeds, identical, metrics } of points) {
      expect([seeds, identical]).toEqual([3, 3]);
      for (const { paired } of metrics) expect(paired.difference?.mean ?? 0).toBe(0);
    }
    expect(overall[0]?.paired.difference).toMatchObject({ n: 3, mean: 0 });
  });

  it("finds none between a run and its page, which has six digits of each outcome", () => {
    const run = syntheticRun(whole);
    const { points, overall } = compareTwo(run, extractRun(renderReport({ runs: [run] })));
    for (const { seeds, identical } of points) expect(identical).toBe(seeds);
    // Half a unit of the sixth digit of an accuracy.
    for (const { paired } of overall) expect(Math.abs(paired.difference?.mean ?? 1)).toBeLessThan(6e-6);
  });

  it("matches two runs that differ in one setting alone, and names it", () => {
    const a = syntheticRun({ ...whole, lrs: [0.1] });
    const b = syntheticRun({ ...whole, lrs: [0.2] });
    const { config, points, onlyA } = compareTwo(a, b);
    expect(config).toEqual([{ setting: "train.lr", a: "0.1", b: "0.2", ignored: true }]);
    expect(onlyA).toEqual([]);
    expect(points).toHaveLength(14);
    const first = points[0]?.metrics[0];
    const expected = [0, 1, 2].map(
      (i) =>
        (trialValue(b.records[i], "validation_accuracy") ?? 0) -
        (trialValue(a.records[i], "validation_accuracy") ?? 0),
    );
    expect(first?.metric).toBe("validation_accuracy");
    expect(first?.paired.differences).toEqual(expected);
  });

  it("names points that only one run holds", () => {
    const a = syntheticRun({ ...whole, lrs: [0.1, 0.2] });
    const b = syntheticRun({ ...whole, lrs: [0.2, 0.3] });
    const { points, onlyA, onlyB, config } = compareTwo(a, b);
    expect([points.length, onlyA.length, onlyB.length]).toEqual([14, 14, 14]);
    expect(onlyA[0]).toBe("relu · xavier_uniform · lr 0.1");
    expect(onlyB[0]).toBe("relu · xavier_uniform · lr 0.3");
    expect(config).toEqual([{ setting: "train.lr", a: "0.1, 0.2", b: "0.2, 0.3", ignored: false }]);
  });

  it("pairs the seeds both runs have and counts pairs without a result", () => {
    const { points } = compareTwo(syntheticRun({ ...whole, seeds: 2 }), syntheticRun({ ...whole, seeds: 4 }));
    const prelu = points.find(({ labelA }) => labelA === "prelu · xavier_uniform · lr 0.8");
    expect(prelu?.seeds).toBe(2);
    expect(prelu?.metrics[0]?.paired).toMatchObject({
      leftOut: 0,
      diverged: 1,
      difference: { n: 2, mean: 0 },
    });
  });

  it("compares two runs of different activations across it", () => {
    const { points, config } = compareTwo(
      syntheticRun({ ...whole, activations: syntheticRun().study.activations.slice(0, 1) }),
      syntheticRun({ ...whole, activations: syntheticRun().study.activations.slice(5, 6) }),
    );
    expect(points).toHaveLength(4);
    expect(config[0]).toEqual({ setting: "model.activation", a: "relu", b: "gelu", ignored: true });
  });
});
