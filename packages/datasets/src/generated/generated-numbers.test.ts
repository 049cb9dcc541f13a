import type { Dataset } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { generateChirp } from "./chirp.js";
import { generateFriedman1 } from "./friedman1.js";
import { generatePeaks } from "./peaks.js";
import { generateSine } from "./sine.js";
import { generateStep } from "./step.js";

/** Rows of a set: inputs and the number to predict. */
function rowsOf({ features, inputs, targets }: Dataset) {
  const all = new Float32Array(features);
  return [...new Float64Array(targets?.values ?? new ArrayBuffer(0))].map((y, row) => ({
    x: [...all.subarray(row * inputs, (row + 1) * inputs)],
    y,
  }));
}
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
const parts = (data: Dataset) => {
  const rows = rowsOf(data);
  return { train: rows.slice(0, data.trainRows), test: rows.slice(data.trainRows) };
};

describe("sets of numbers to predict", () => {
  it.each([
    ["sine", generateSine(), 2 * Math.PI, 4 * Math.PI, (x: number) => Math.sin(x)],
    ["chirp", generateChirp(), 3, 4, (x: number) => Math.sin(2 * x * Math.abs(x))],
  ] as const)(
    "%s is its function, tested on a wider interval than it is trained on",
    (_, data, near, far, f) => {
      const { train, test } = parts(data);
      for (const { x, y } of [...train, ...test]) expect(y).toBeCloseTo(f(x[0] ?? 0), 12);
      const reach = (rows: typeof train): number => most(rows.map(({ x }) => Math.abs(x[0] ?? 0)));
      expect(reach(train)).toBeLessThan(near);
      expect(reach(train)).toBeGreaterThan(0.99 * near);
      expect(reach(test)).toBeGreaterThan(0.99 * far);
    },
  );

  it("step jumps at 0, where no row lies; no test row is a training row", () => {
    const { train, test } = parts(generateStep());
    for (const { x, y } of [...train, ...test]) expect(y).toBe(Math.sign(x[0] ?? 0));
    const trained = new Set(train.map(({ x }) => x[0]));
    expect(test.filter(({ x }) => trained.has(x[0]))).toEqual([]);
  });

  it("friedman1 is Friedman's function of its first five inputs, but for noise of deviation 1", () => {
    const rows = rowsOf(generateFriedman1());
    const noise = rows.map(({ x: [x1 = 0, x2 = 0, x3 = 0, x4 = 0, x5 = 0], y }) => {
      return y - (10 * Math.sin(Math.PI * x1 * x2) + 20 * (x3 - 0.5) ** 2 + 10 * x4 + 5 * x5);
    });
    const mean = noise.reduce((sum, e) => sum + e, 0) / noise.length;
    const deviation = Math.sqrt(noise.reduce((sum, e) => sum + (e - mean) ** 2, 0) / noise.length);
    // 3,000 rows: two standard errors are 0.037 and 0.026.
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(Math.abs(deviation - 1)).toBeLessThan(0.04);
    expect(rows[0]?.x).toHaveLength(10);
  });

  it("peaks lies between its known hollow and hill, −6.55 and 8.11, and is learned standardized", () => {
    const data = generatePeaks({ trainRows: 20_000 });
    const heights = rowsOf(data).map(({ y }) => y);
    expect(least(heights)).toBeGreaterThan(-6.5512);
    expect(least(heights)).toBeLessThan(-6.5);
    expect(most(heights)).toBeLessThan(8.1063);
    expect(most(heights)).toBeGreaterThan(8.05);
    expect(data.targets?.scale[0]).toBeGreaterThan(1);
  });

  it("keeps its test rows where more training rows are drawn", () => {
    const [few, many] = [generatePeaks({ trainRows: 50 }), generatePeaks({ trainRows: 80 })];
    expect(parts(many).test).toEqual(parts(few).test);
    expect(parts(many).train.slice(0, 50)).toEqual(parts(few).train);
  });
});
