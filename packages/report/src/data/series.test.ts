import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seriesReader } from "./read-series.js";
import { ReportDataError } from "./report-data-error.js";
import type { Series } from "./series.js";
import { seriesWriter } from "./write-series.js";

function written(series: Series, field: string): number[] {
  const numbers: number[] = [];
  seriesWriter(field)(series, numbers);
  return numbers;
}

function readBack(numbers: readonly number[], epochs: number, field: string): Series {
  let at = 0;
  const series = seriesReader(field)(epochs, () => numbers[at++] ?? Number.NaN);
  expect(at).toBe(numbers.length);
  return series;
}

const cell = fc.option(fc.double({ min: -100, max: 100, noNaN: true }), { nil: undefined });

describe("a series", () => {
  it("of counts comes back whole, with its gaps", () => {
    const counts = fc.array(fc.option(fc.nat(10_000), { nil: undefined }), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(counts, (series) => {
        expect(readBack(written(series, "dead"), series.length, "dead")).toEqual(series);
      }),
    );
  });

  it("of measures comes back rounded, its last value to six digits, and is then fixed", () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 24 }), (series) => {
        const numbers = written(series, "accuracy");
        const once = readBack(numbers, series.length, "accuracy");
        expect(written(once, "accuracy")).toEqual(numbers);
        const [last, exact] = [once, series].map((all) => all.findLast((value) => value !== undefined));
        if (exact === undefined) expect(last).toBeUndefined();
        else
          expect(Math.abs((last ?? Number.NaN) - exact)).toBeLessThanOrEqual(
            Math.abs(exact) * 5.1e-6 + 1e-60,
          );
      }),
    );
  });

  it("takes two or three numbers where it is constant or rises evenly", () => {
    expect(written([0, 313, 626, 939], "step")).toHaveLength(3);
    expect(written([128, 128, 128], "units")).toHaveLength(2);
    expect(written([0.5, 0.5, 0.5], "zero_fraction")).toHaveLength(2);
    expect(written([], "dead")).toHaveLength(1);
  });

  it("refuses a kind that does not exist", () => {
    expect(() => seriesReader("dead")(2, () => 77)).toThrow(ReportDataError);
  });
});
