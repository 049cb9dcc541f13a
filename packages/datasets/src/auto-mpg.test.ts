import { expect, it } from "vitest";
import { autoMpg } from "./auto-mpg.js";
import { AUTO_MPG_ROWS } from "./auto-mpg-rows.js";

const rows = AUTO_MPG_ROWS.trim()
  .split("\n")
  .map((line) => line.split(" ").map(Number));
const column = (i: number): readonly number[] => rows.map((row) => row[i] ?? Number.NaN);

it("holds the 392 cars of James et al. 2013, An Introduction to Statistical Learning, with their mean and deviation", () => {
  const mpg = column(0);
  const mean = mpg.reduce((sum, value) => sum + value, 0) / mpg.length;
  const variance = mpg.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (mpg.length - 1);
  expect(mpg.length).toBe(392);
  expect(mean).toBeCloseTo(23.4459, 4);
  expect(Math.sqrt(variance)).toBeCloseTo(7.805, 4);
  const years = column(6);
  expect([70, 81, 82].map((year) => years.filter((one) => one === year).length)).toEqual([29, 28, 30]);
  expect([1, 2, 3].map((origin) => column(7).filter((one) => one === origin).length)).toEqual([245, 68, 79]);
});

it("standardizes its inputs, and keeps miles per gallon in their own unit", async () => {
  const dataset = await autoMpg.load();
  expect(dataset).toMatchObject({ trainRows: 314, testRows: 78, inputs: 9, classes: 0, heldOut: true });
  const values = [...new Float64Array(dataset.targets?.values ?? new ArrayBuffer(0))];
  expect(values.toSorted((a, b) => a - b)).toEqual(column(0).toSorted((a, b) => a - b));
  expect(dataset.targets?.offset[0]).toBeCloseTo(23.52, 2);
});
