import { normalCdfInverse, randomStream } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { MAIZE } from "../../test/maize.js";
import { infer } from "./infer.js";

describe("infer", () => {
  it("has Fisher's t of Darwin's maize: 2.148, p = 0.0497, with the sign-flip p beside it", () => {
    const found = infer(MAIZE);
    expect(found?.method).toBe("t");
    expect(2 * (found?.pGreater(0) ?? 0)).toBeCloseTo(0.0497, 4);
    expect(found?.signFlip(0)).toBe((2 * 863) / 32768);
    // R's t.test: 95 % interval [0.03, 41.84].
    const { low, high } = found?.interval(0.95) ?? { low: 0, high: 0 };
    expect(low).toBeCloseTo(0.0312, 3);
    expect(high).toBeCloseTo(41.8355, 3);
  });

  it("has the published interval of Student's own sleep data (1908): mean 1.58, 95 % [0.70, 2.46], n = 10", () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const found = infer(first.map((a, i) => (second[i] ?? 0) - a));
    expect(found?.center).toBeCloseTo(1.58, 10);
    // Published to two and seven digits (R's t.test(extra ~ group, paired = TRUE)).
    const { low, high } = found?.interval(0.95) ?? { low: 0, high: 0 };
    expect(low).toBeCloseTo(0.7001142, 6);
    expect(high).toBeCloseTo(2.4598858, 6);
  });

  it("says nothing of one difference, and shows no sign-flip p below six", () => {
    expect(infer([1])).toBeUndefined();
    expect(infer([1, 2, 3, 4, 5])?.signFlip(0)).toBeUndefined();
    expect(infer([1, 2, 3, 4, 5, 6])?.signFlip(0)).toBe(2 / 64);
  });

  it("resamples from twenty pairs on", () => {
    const values = Array.from({ length: 20 }, (_, i) => i - 4);
    const found = infer(values);
    expect(found?.method).toBe("bootstrap");
    const { low, high } = found?.interval(0.95) ?? { low: 0, high: 0 };
    // Mean 5.5, sd 5.92: Student's interval is [2.73, 8.27]; a bootstrap's is narrower by about √(19/20) and
    // t/z.
    expect(low).toBeGreaterThan(2.73);
    expect(low).toBeLessThan(3.4);
    expect(high).toBeLessThan(8.27);
    expect(found?.pGreater(0)).toBeLessThan(0.001);
    expect(found?.pGreater(5.5)).toBeGreaterThan(0.4);
  });

  it("takes medians and signs where a loss diverged", () => {
    const found = infer([Infinity, 1, 2, 3, Infinity, 4, 5]);
    expect(found).toMatchObject({ method: "median", n: 7, center: 4 });
    expect(found?.pGreater(0)).toBeCloseTo(1 / 128, 14);
    expect(found?.pLess(0)).toBe(1);
    expect(found?.interval(0.95)).toEqual({ low: 1, high: Infinity });
  });

  it("does not call a difference without spread certain: signs alone are counted", () => {
    expect(infer([0.5, 0.5, 0.5])?.pGreater(0)).toBe(1 / 8);
    expect(infer([0.1 + 0.2, 0.3, 0.3])?.pGreater(0)).toBe(1 / 8);
    expect(infer([0, 0, 0])?.pGreater(0)).toBe(1);
    expect(infer([0, 0, 0])?.pLess(0.01)).toBe(1 / 8);
  });

  it("does not know the order of the seeds, bit for bit", () => {
    const stream = randomStream(7, "order");
    for (const n of [5, 12, 23]) {
      const values = Array.from({ length: n }, () => normalCdfInverse(stream.uniform()));
      const [a, b] = [infer(values), infer(values.toReversed())];
      expect(b?.interval(0.95)).toEqual(a?.interval(0.95));
      expect([b?.pGreater(0.1), b?.pLess(0.1), b?.center]).toEqual([
        a?.pGreater(0.1),
        a?.pLess(0.1),
        a?.center,
      ]);
    }
  });

  it("mirrors everything when the two sides change their names", () => {
    const stream = randomStream(8, "sides");
    for (const n of [5, 12, 23]) {
      const values = Array.from({ length: n }, () => normalCdfInverse(stream.uniform()) + 0.3);
      const [a, b] = [infer(values), infer(values.map((v) => -v))];
      // 1e-9: sums in mirrored order differ by rounding alone.
      expect(b?.pGreater(0)).toBeCloseTo(a?.pLess(0) ?? 0, 9);
      expect(b?.interval(0.9).low).toBeCloseTo(-(a?.interval(0.9).high ?? 0), 9);
    }
  });
});
