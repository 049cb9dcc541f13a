import type { Completed, TrialRecord } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { isScore, type MetricName, TRIAL_METRICS } from "../metrics/metric-name.js";
import { viewRun } from "../view/run-view.js";
import { countTrial } from "./counted.js";

const run = syntheticRun({ faults: "none", seeds: 1 });
const view = viewRun(run);
const [point] = view.points;
const [first] = run.records;
if (point === undefined || first?.status !== "completed") throw new Error("the first trial completed");
const completed: Completed = first;
const { digest, timing, peak_bytes, curve, id } = completed;
const diverged: TrialRecord = { status: "diverged", step: 3, digest, timing, peak_bytes, curve, id };

const count = (record: TrialRecord | undefined, metric: MetricName, study = view.study) =>
  countTrial({ study }, point, record, metric);

describe("what a trial counts for in a comparison", () => {
  it("is what it measured, where it completed", () => {
    const { test, train } = curve.at(-1) ?? {};
    expect(count(completed, "test_accuracy")).toEqual({ value: test?.accuracy, diverged: false, digest });
    expect(count(completed, "train_loss")).toEqual({ value: train?.loss, diverged: false, digest });
    expect(count(completed, "train_s")).toEqual({ value: timing.train_s, diverged: false, digest });
    expect(count({ ...completed, curve: [] }, "test_accuracy")).toEqual({ absent: "not measured" });
  });

  it("is an infinite loss where it completed with one that is not finite", () => {
    const last = curve.at(-1);
    if (last === undefined) throw new Error("no epoch");
    const wild = { ...completed, curve: [...curve.slice(0, -1), { ...last, test: { accuracy: 0.5 } }] };
    expect(count(wild, "test_loss")).toEqual({ value: Infinity, diverged: true });
    expect(count(wild, "test_accuracy")).toMatchObject({ value: 0.5, diverged: false });
    const { test, ...untested } = last;
    expect(count({ ...completed, curve: [untested] }, "test_loss")).toEqual({ absent: "not measured" });
  });

  it("is the majority class' share of the training rows, and an infinite loss, where it diverged", () => {
    const counts = view.study.data[0]?.class_counts ?? [];
    const commonest = Math.max(...counts) / counts.reduce((sum, n) => sum + n, 0);
    for (const part of ["train", "validation", "test"] as const) {
      expect(count(diverged, `${part}_accuracy`)).toEqual({ value: commonest, diverged: true });
      expect(count(diverged, `${part}_loss`)).toEqual({ value: Infinity, diverged: true });
    }
  });

  it("is what a certain answer of the majority class scores in what else reads outputs, where it diverged", () => {
    const counts = view.study.data[0]?.class_counts ?? [];
    const commonest = Math.max(...counts) / counts.reduce((sum, n) => sum + n, 0);
    // F1 of that class: precision is its share, recall is 1; of all others 0.
    const f1 = (2 * commonest) / (commonest + 1);
    expect(count(diverged, "test_macro_f1")).toEqual({ value: f1 / counts.length, diverged: true });
    expect(count(diverged, "test_ece")).toEqual({ value: 1 - commonest, diverged: true });
  });

  it("is nothing else where it diverged: weights that are not finite have no rates, and a cut run no times", () => {
    for (const metric of TRIAL_METRICS.filter((name) => !isScore(name)))
      expect(count(diverged, metric), metric).toEqual({ absent: "diverged" });
  });

  it("is no accuracy of a diverged trial where the study has no card of the data, or the data no classes", () => {
    const [card] = view.study.data;
    if (card === undefined) throw new Error("no card");
    expect(count(diverged, "test_accuracy", { ...view.study, data: [] })).toEqual({ absent: "diverged" });
    const unclassed = { ...card, classes: 0, class_counts: [] };
    expect(count(diverged, "test_accuracy", { ...view.study, data: [unclassed] })).toEqual({
      absent: "diverged",
    });
    expect(count(diverged, "test_loss", { ...view.study, data: [] })).toEqual({
      value: Infinity,
      diverged: true,
    });
  });

  it("is missing, with the reason, where it was pruned, failed or did not run", () => {
    const error = { code: "x", message: "y" };
    const others: readonly (readonly [TrialRecord | undefined, string])[] = [
      [undefined, "not run"],
      [{ status: "pruned", rung: 1, digest, curve, id }, "pruned"],
      [{ status: "failed", error, curve, id }, "failed"],
      [{ status: "timed_out", after_s: 9, curve, id }, "failed"],
      [{ status: "out_of_memory", limit_bytes: 9, curve, id }, "failed"],
    ];
    for (const [record, absent] of others)
      for (const metric of TRIAL_METRICS) expect(count(record, metric)).toEqual({ absent });
  });
});
