import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjust } from "./adjust.js";
import { benjaminiHochberg } from "./benjamini-hochberg.js";
import { holm } from "./holm.js";

/** Benjamini and Hochberg 1995, §3.2: fifteen p-values of a study of myocardial infarction. */
const INFARCTION = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];

describe("corrections for many tests", () => {
  it("make the published four claims by Benjamini and Hochberg, three by Holm", () => {
    expect(benjaminiHochberg(INFARCTION).filter((p) => p <= 0.05)).toHaveLength(4);
    expect(holm(INFARCTION).filter((p) => p <= 0.05)).toHaveLength(3);
  });

  it("have the values of R's p.adjust, in the order given", () => {
    const ps = [0.01, 0.04, 0.03, 0.005];
    expect(holm(ps).map((p) => p.toFixed(4))).toEqual(["0.0300", "0.0600", "0.0600", "0.0200"]);
    expect(benjaminiHochberg(ps).map((p) => p.toFixed(4))).toEqual(["0.0200", "0.0400", "0.0400", "0.0200"]);
    expect(adjust(ps, "none")).toEqual(ps);
    expect(adjust([], "holm")).toEqual([]);
  });

  it("keep the order of p-values, never lower one, and do not depend on the order of the tests", () => {
    const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(family, fc.constantFrom("holm" as const, "bh" as const), (ps, correction) => {
        const adjusted = adjust(ps, correction);
        expect(adjust(ps.toReversed(), correction)).toEqual(adjusted.toReversed());
        ps.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          ps.forEach((q, j) => {
            if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 0);
          });
        });
      }),
    );
  });
});
