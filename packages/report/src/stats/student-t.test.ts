import { describe, expect, it } from "vitest";
import { studentTCdf, studentTQuantile } from "./student-t.js";

// NIST/SEMATECH e-Handbook, table 1.3.6.7.2, three decimals: hence the tolerance.
const PUBLISHED: readonly (readonly [df: number, p: number, t: number])[] = [
  [1, 0.975, 12.706],
  [2, 0.975, 4.303],
  [3, 0.95, 2.353],
  [4, 0.975, 2.776],
  [9, 0.975, 2.262],
  [19, 0.995, 2.861],
  [30, 0.9, 1.31],
  [100, 0.975, 1.984],
];

describe("studentTQuantile", () => {
  it.each(PUBLISHED)("has the published value for %d degrees of freedom at %d", (df, p, t) => {
    expect(Math.abs(studentTQuantile(p, df) - t)).toBeLessThanOrEqual(0.0005);
  });

  it("is exact where a closed form exists: one and two degrees of freedom", () => {
    for (const p of [0.6, 0.9, 0.975, 0.9995]) {
      const one = Math.tan(Math.PI * (p - 0.5));
      const two = (2 * p - 1) / Math.sqrt(2 * p * (1 - p));
      // 1e-10: twelve digits of bisection, minus what the closed forms lose to cancellation.
      expect(Math.abs(studentTQuantile(p, 1) / one - 1)).toBeLessThan(1e-10);
      expect(Math.abs(studentTQuantile(p, 2) / two - 1)).toBeLessThan(1e-10);
    }
  });

  it("inverts the distribution and is odd about one half", () => {
    for (const df of [1, 2, 5, 29, 999])
      for (const p of [0.01, 0.3, 0.5, 0.8, 0.999]) {
        expect(studentTCdf(studentTQuantile(p, df), df)).toBeCloseTo(p, 10);
        expect(studentTQuantile(1 - p, df)).toBeCloseTo(-studentTQuantile(p, df), 8);
      }
  });
});
