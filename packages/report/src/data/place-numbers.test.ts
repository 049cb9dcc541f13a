import { expect, it } from "vitest";
import { placeNumbers } from "./place-numbers.js";
import { ReportDataError } from "./report-data-error.js";

it("puts numbers to their places, beside what is there, and leaves out what was not measured", () => {
  const put = placeNumbers([["timing", "train_s"], ["error", "line"], ["units", 1, "dead"], ["rung"]]);
  const into = { error: { code: "x" } };
  put((column) => [0.5, 7, undefined, 2][column], into);
  expect(into).toEqual({ error: { code: "x", line: 7 }, timing: { train_s: 0.5 }, rung: 2 });
});

it("refuses a place that is a number and has numbers below it", () => {
  for (const paths of [
    [["a"], ["a", "b"]],
    [["a", "b"], ["a"]],
  ])
    expect(() => placeNumbers(paths)).toThrow(ReportDataError);
});
