import { expect, it } from "vitest";
import { generateInterval } from "./interval.js";

it("covers [−√3, √3] evenly, without 0, with mean 0 and variance 1", () => {
  const { features, labels, trainRows, stride } = generateInterval();
  const numbers = new Float32Array(features);
  const x = Array.from({ length: trainRows }, (_, row) => numbers[(row * stride) / 4] ?? Number.NaN);
  expect(Math.min(...x)).toBeCloseTo(-Math.sqrt(3), 2);
  expect(Math.max(...x)).toBeCloseTo(Math.sqrt(3), 2);
  expect(x).not.toContain(0);
  expect(x.reduce((sum, value) => sum + value, 0) / trainRows).toBeCloseTo(0, 6);
  // 1 − 1/n² for n points at even distances.
  expect(x.reduce((sum, value) => sum + value * value, 0) / trainRows).toBeCloseTo(1, 5);
  const outer = [...new Uint16Array(labels)].slice(0, trainRows);
  expect(outer.filter((label) => label === 1)).toHaveLength(trainRows / 2);
  expect(x.every((value, row) => outer[row] === (Math.abs(value) > Math.sqrt(3) / 2 ? 1 : 0))).toBe(true);
});
