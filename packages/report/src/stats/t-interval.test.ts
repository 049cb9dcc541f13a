import { describe, expect, it } from "vitest";
import { tInterval } from "./t-interval.js";

describe("tInterval", () => {
  it("has the published interval of NIST's flow meter data, to the digits printed there", () => {
    // NIST/SEMATECH e-Handbook §1.3.5.2, ZARR13: n = 195, mean 9.261460, sd 0.022789, 95 % [9.258242,
    // 9.264679].
    const sign = (i: number) => (i % 2 === 0 ? 1 : -1);
    const raw = Array.from({ length: 194 }, (_, i) => sign(i));
    // 97 pairs of ±1 and one 0 have mean 0 and sd 1: scaled they have the published mean and deviation.
    const values = [...raw, 0].map((v) => 9.26146 + 0.022789 * v);
    const interval = tInterval(values, 0.95);
    expect(interval?.n).toBe(195);
    expect(interval?.sd).toBeCloseTo(0.022789, 6);
    expect(interval?.low).toBeCloseTo(9.258242, 5);
    expect(interval?.high).toBeCloseTo(9.264679, 5);
  });

  it.each([
    // Student's t at 0.975 for 1, 2 and 4 degrees of freedom (NIST/SEMATECH e-Handbook §1.3.6.7.2), to the
    // digits printed.
    [2, 12.706],
    [3, 4.303],
    [5, 2.776],
  ])("reaches %d values' tabled t, %d standard errors", (n, t) => {
    const values = Array.from({ length: n }, (_, i) => 7 + i);
    const { mean = 0, sd = 0, low = 0, high = 0 } = tInterval(values, 0.95) ?? {};
    expect((high - mean) / (sd / Math.sqrt(n))).toBeCloseTo(t, 3);
    expect((mean - low) / (sd / Math.sqrt(n))).toBeCloseTo(t, 3);
  });

  it.each([
    // scipy.stats.t.interval 1.17 with scipy.stats.sem.
    [[0.91, 0.93], 0.792937952638253, 1.0470620473617471],
    [[0.961, 0.957, 0.966], 0.950131735970645, 0.9725349306960215],
    [[2.3, 2.9, 3.1, 2.2, 2.7], 2.1623223223800037, 3.1176776776199957],
  ])("of %j is SciPy's", (values, low, high) => {
    const interval = tInterval(values, 0.95);
    expect(interval?.low).toBeCloseTo(low, 10);
    expect(interval?.high).toBeCloseTo(high, 10);
  });

  it("gives no interval for one value and nothing for none", () => {
    expect(tInterval([0.5], 0.95)).toEqual({ n: 1, mean: 0.5 });
    expect(tInterval([], 0.95)).toBeUndefined();
  });

  it("is a point where seeds agree exactly", () => {
    expect(tInterval([0.1135, 0.1135, 0.1135], 0.95)).toEqual({
      n: 3,
      mean: 0.1135,
      sd: 0,
      low: 0.1135,
      high: 0.1135,
    });
  });
});
