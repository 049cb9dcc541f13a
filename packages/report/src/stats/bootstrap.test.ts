import { describe, expect, it } from "vitest";
import { bootstrap, bootstrapMean } from "./bootstrap.js";

/** Efron and Tibshirani 1993, table 14.1: the spatial test of 26 children, column A. */
const SPATIAL = [
  48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
];

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
}

describe("bootstrap", () => {
  it("has the published variance, acceleration and BCa interval of the spatial test data (table 14.2)", () => {
    const { estimate, acceleration, bias, interval } = bootstrap(SPATIAL, varianceOf);
    expect(estimate).toBeCloseTo(171.5, 1);
    expect(acceleration).toBeCloseTo(0.061, 3);
    // Published from 2,000 resamples: 0.146 and (115.8, 259.6). Their own Monte Carlo error is ± 0.03 and ±
    // 3.
    expect(Math.abs(bias - 0.146)).toBeLessThan(0.06);
    const { low, high } = interval(0.9);
    expect(Math.abs(low - 115.8)).toBeLessThan(3);
    expect(Math.abs(high - 259.6)).toBeLessThan(6);
  });

  it("mirrors its interval when the values change sign, and does not know their order", () => {
    const mean = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length;
    const here = bootstrap(SPATIAL, mean).interval(0.95);
    const mirrored = bootstrap(
      SPATIAL.map((v) => -v),
      mean,
    ).interval(0.95);
    expect(mirrored.low).toBeCloseTo(-here.high, 9);
    expect(mirrored.high).toBeCloseTo(-here.low, 9);
    expect(bootstrap(SPATIAL.toReversed(), mean).interval(0.95)).toEqual(here);
  });

  it("has a shorter way for the mean, with the same bits", () => {
    const mean = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length;
    for (const values of [SPATIAL, SPATIAL.map((value) => value / 7), [1, 2]]) {
      const [{ interval: long, ...slow }, { interval, ...fast }] = [
        bootstrap(values, mean),
        bootstrapMean(values),
      ];
      expect(fast).toEqual(slow);
      expect(interval(0.95)).toEqual(long(0.95));
    }
  });

  it("is a point where all values agree, and refuses one value", () => {
    const mean = (values: Float64Array): number => values[0] ?? Number.NaN;
    expect(bootstrap([2, 2, 2], mean).interval(0.95)).toEqual({ low: 2, high: 2 });
    expect(() => bootstrap([2], mean)).toThrow(RangeError);
  });
});
