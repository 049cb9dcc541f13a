import fc from "fast-check";
import { expect, it } from "vitest";
import { readCellRuns, writeCellRuns } from "./cell-runs.js";
import { ReportDataError } from "./report-data-error.js";

it("reads back what it wrote, in few characters where neighbors are alike", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("0", "1", "z"), { minLength: 1 }), (digits) => {
      const text = digits.join("");
      expect(readCellRuns(writeCellRuns(text), text.length)).toBe(text);
    }),
  );
  expect(writeCellRuns("0".repeat(500) + "1".repeat(524))).toHaveLength(7);
});

it("refuses a stranger's text that is none, too long or too short", () => {
  for (const text of ["!", "A", writeCellRuns("000"), writeCellRuns("00000"), "AgggggggggB"])
    expect(() => readCellRuns(text, 4), text).toThrow(ReportDataError);
});
