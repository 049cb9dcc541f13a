import { expect, it } from "vitest";
import { placeNumbers } from "./place-numbers.js";
import { ReportDataError } from "./report-data-error.js";

it("puts numbers to their places, beside what is there, and leaves out what was not measured", () => {
  const put = placeNumbers([["timing", "train_s"], ["error", "line"], ["units", 1, "dead"], ["rung"]]);
  const into = { error: { code: "x" } };
  put((column) => [0.5, 7, undefined, 2][column], into);
  expect(into).toEqual({ error: { code: "x", line: 7 }, timing: { train_s: 0.5 }, rung: 2 });
});

it("makes an object where none is, of the columns that have a number", () => {
  const put = placeNumbers([["units", 0, "dead"], ["units", 0, "units"], ["units", 1, "dead"], ["loss"]]);
  const made = (...numbers: (number | undefined)[]) => put((column) => numbers[column]);
  expect(made(1, 8, 2, 0.5)).toEqual({ units: [{ dead: 1, units: 8 }, { dead: 2 }], loss: 0.5 });
  // Another shape, then the first again with other kinds of numbers.
  expect(made(undefined, undefined, 3, 1)).toEqual({ units: [undefined, { dead: 3 }], loss: 1 });
  expect(made(0.25, 7, 2, 4)).toEqual({ units: [{ dead: 0.25, units: 7 }, { dead: 2 }], loss: 4 });
  expect(made()).toEqual({});
  expect(Object.keys(made(1))).toEqual(["units"]);
});

it("refuses a place that is a number and has numbers below it", () => {
  for (const paths of [
    [["a"], ["a", "b"]],
    [["a", "b"], ["a"]],
  ])
    expect(() => placeNumbers(paths)).toThrow(ReportDataError);
});
