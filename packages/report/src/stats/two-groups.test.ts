import { normalCdfInverse, type RandomStream, randomStream } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { twoGroups } from "./two-groups.js";

describe("the test for two groups", () => {
  it("has Dixon's tabled levels of normal values for n = 3, where its ratio grows with the largest gap", () => {
    // Rorabacher 1991, table 2: Q (largest gap over range) of 0.941, 0.970, 0.994 has p 0.10, 0.05, 0.01.
    for (const [q, p] of [
      [0.941, 0.1],
      [0.97, 0.05],
      [0.994, 0.01],
    ] as const) {
      const { shares, lower } = twoGroups([0, q, 1]) ?? {};
      expect(lower).toBe(1);
      // Four standard errors of 5,000 samples.
      expect(Math.abs((shares?.normal ?? 1) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 5000));
    }
  });

  it("splits where least variation is left, and does not know order, origin, unit or direction", () => {
    const values = [3, 1, 2, 21, 20, 22, 23];
    const found = twoGroups(values);
    expect(found?.lower).toBe(3);
    // Within: 2 + 5; between: 3 · 4 / 7 · 19.5².
    expect(found?.ratio).toBeCloseTo(((12 / 7) * 19.5 ** 2) / 7, 10);
    for (const other of [values.toReversed(), values.map((v) => 0.5 * v + 4)])
      expect(twoGroups(other)).toEqual(found);
    expect(twoGroups(values.map((v) => -v))).toMatchObject({ lower: 4, p: found?.p });
  });

  it("finds what collapsed at one seed of three, or three of ten", () => {
    expect(twoGroups([0.1135, 0.971, 0.9735])?.p).toBeLessThan(0.02);
    const ten = [0.1135, 0.1134, 0.1136, 0.96, 0.97, 0.965, 0.972, 0.968, 0.961, 0.969];
    expect(twoGroups(ten)).toMatchObject({ lower: 3, p: 1 / 5001 });
  });

  it("finds one collapsed seed of three in 99 % of cases", () => {
    const stream = randomStream(10, "collapsed");
    const normal = (): number => normalCdfInverse(stream.uniform() || 0.5);
    let found = 0;
    for (let i = 0; i < 1000; i++) {
      const values = [0.1135 + 0.001 * normal(), 0.965 + 0.004 * normal(), 0.965 + 0.004 * normal()];
      if ((twoGroups(values)?.p ?? 1) <= 0.05) found++;
    }
    expect(found).toBeGreaterThan(990);
  });

  it("does not take a wide spread for two groups", () => {
    // From 60.75 to 79.5 %.
    expect(twoGroups([0.6075, 0.68, 0.7, 0.72, 0.735, 0.74, 0.77, 0.795])?.p).toBeGreaterThan(0.3);
    expect(twoGroups([0.25, 0.6, 0.97])?.p).toBeGreaterThan(0.3);
  });

  it("says nothing of two values or of equal ones, and counts what rounding hides", () => {
    expect(twoGroups([0, 1])).toBeUndefined();
    expect(twoGroups([1, 1, 1])).toBeUndefined();
    expect(twoGroups([0, 1, 1])?.p).toBe(1 / 5001);
    // Of ten examples scored, two accuracies of 0.9 may have been anything within 0.85 … 0.95.
    expect(twoGroups([0.6, 0.9, 0.9], 0.1)?.p).toBeGreaterThan(0.3);
  });

  const unimodal: Readonly<Record<string, (stream: RandomStream) => number>> = {
    normal: (stream) => normalCdfInverse(stream.uniform() || 0.5),
    uniform: (stream) => stream.uniform(),
    exponential: (stream) => -Math.log(1 - stream.uniform()),
    triangular: (stream) => Math.sqrt(stream.uniform()),
    logistic: (stream) => Math.log(1 / (stream.uniform() || 0.5) - 1),
  };

  it.each(Object.entries(unimodal))("rejects %s values in at most 5 %% of cases", (name, draw) => {
    const CASES = 1000;
    for (const n of [3, 8, 20]) {
      const stream = randomStream(9, name, n);
      let rejected = 0;
      for (let i = 0; i < CASES; i++)
        if ((twoGroups(Array.from({ length: n }, () => draw(stream)))?.p ?? 1) <= 0.05) rejected++;
      // Three standard errors of a share of 5 %, and as much for the 5,000 samples.
      expect(rejected / CASES, `n = ${n}`).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / CASES) + 0.009);
    }
  });
});
