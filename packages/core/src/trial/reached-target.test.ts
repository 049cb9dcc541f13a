import { expect, it } from "vitest";
import type { Completed, EpochRecord } from "../contract/record.js";
import { reachedTarget } from "./reached-target.js";

const epoch = (number: number, scores: Pick<EpochRecord, "validation" | "test">): EpochRecord => ({
  epoch: number,
  step: 10 * number,
  train_s: 0,
  ...scores,
});
const at = (accuracy: number) => ({ loss: 1, accuracy });
const record = (curve: readonly EpochRecord[]): Completed => ({
  status: "completed",
  id: "a",
  digest: "d",
  curve,
  timing: { startup_s: 1, train_s: 8, evaluate_s: 1 },
  peak_bytes: 1,
});

it("is the first epoch of enough validation accuracy, its updates and its share of the training's seconds", () => {
  const curve = [0.1, 0.6, 0.85, 0.8, 0.9].map((accuracy, i) =>
    epoch(i, { validation: at(accuracy), test: at(1) }),
  );
  expect(reachedTarget(record(curve), 0.8)).toEqual({ epoch: 2, step: 20, train_s: 4 });
  expect(reachedTarget(record(curve), 0.05)).toEqual({ epoch: 0, step: 0, train_s: 0 });
  expect(reachedTarget(record(curve), 0.95)).toBeUndefined();
});

it("takes the test accuracy where nothing is held out, and knows of none where there are no classes", () => {
  expect(reachedTarget(record([epoch(0, { test: at(0.5) }), epoch(1, { test: at(0.9) })]), 0.9)).toEqual({
    epoch: 1,
    step: 10,
    train_s: 8,
  });
  expect(reachedTarget(record([epoch(0, { test: { loss: 0 } })]), 0)).toBeUndefined();
  expect(reachedTarget(record([epoch(0, {}), epoch(1, { test: at(0.4) })]), 0.4)?.train_s).toBe(8);
});

it("has no seconds of a trial that ended without any", () => {
  const { id, curve } = record([epoch(0, { test: at(0.5) }), epoch(1, { test: at(0.9) })]);
  expect(reachedTarget({ status: "timed_out", id, curve, after_s: 9 }, 0.9)).toEqual({ epoch: 1, step: 10 });
});
