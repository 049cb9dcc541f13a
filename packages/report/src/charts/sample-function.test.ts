import { expect, it } from "vitest";
import { sampleFunction } from "./sample-function.js";

const gaps = (f: (x: number) => number): number =>
  sampleFunction(f, [-4, 4]).filter(([, y]) => Number.isNaN(y)).length;

it("leaves a gap at a jump, and both sides stand at its place", () => {
  const samples = sampleFunction((x) => (x > 0.3 ? 1 : 0), [-4, 4]);
  const gap = samples.findIndex(([, y]) => Number.isNaN(y));
  expect(samples[gap - 1]?.[0]).toBeCloseTo(0.3, 10);
  expect(samples[gap + 1]?.[0]).toBeCloseTo(0.3, 10);
  expect([samples[gap - 1]?.[1], samples[gap + 1]?.[1]]).toEqual([0, 1]);
});

it("leaves none where a function is only steep", () => {
  expect(gaps((x) => 4 / (1 + Math.exp(-60 * x)))).toBe(0);
  expect(gaps((x) => Math.max(x, 0))).toBe(0);
});
