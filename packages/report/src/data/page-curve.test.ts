import type { EpochRecord, GradientProbe } from "@actbench/core/internal";
import { expect, it } from "vitest";
import { isLeftInFolder, pageCurve } from "./page-curve.js";

const moment = (step: number): GradientProbe => ({
  step,
  layers: [{ gradient_norm: step, weight_norm: 1, params: { alpha: { mean: 0, min: 0, max: 0 } } }],
});
const epoch = (number: number, steps: readonly number[]): EpochRecord => ({
  epoch: number,
  step: 10 * number,
  train_s: 0,
  digest: "00",
  ...(steps.length > 0 ? { gradients: steps.map(moment) } : {}),
});

it("keeps of gradients those of the last measured update so far", () => {
  const curve = [epoch(0, []), epoch(1, [1, 9]), epoch(2, []), epoch(3, [30])];
  const kept = pageCurve(curve, 4);
  expect(kept.map(({ gradients }) => gradients?.map(({ step }) => step))).toEqual([
    undefined,
    [9],
    [9],
    [30],
  ]);
  expect(kept[1]).toEqual({
    epoch: 1,
    step: 10,
    train_s: 0,
    digest: "00",
    gradients: [moment(9)],
  });
});

it("keeps the same of what it kept", () => {
  const curve = Array.from({ length: 30 }, (_, i) => epoch(i, i % 4 === 1 ? [10 * i - 3] : []));
  const kept = pageCurve(curve, 8);
  expect(kept).toHaveLength(8);
  expect(pageCurve(kept, 8)).toEqual(kept);
});

it("leaves single units, moments, digests and the parameters beside gradients in the folder", () => {
  const left = [["digest"], ["probes"], ["units", 0, "z"], ["gradients", 0, "layers", 1, "params"]];
  const kept = [["epoch"], ["units"], ["units", 0], ["units", 0, "dead"], ["gradients", 0, "layers", 1]];
  expect(left.filter((path) => !isLeftInFolder(path))).toEqual([]);
  expect(kept.filter((path) => isLeftInFolder(path))).toEqual([]);
});
