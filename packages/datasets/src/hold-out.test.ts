import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdOut } from "./hold-out.js";

const labels = [...Array(50).fill(0), ...Array(30).fill(1), 2];

describe("holdOut", () => {
  it("takes the share of every class, and of a class of one row nothing", () => {
    const { train, test } = holdOut(labels, { holdout: 0.2, holdout_seed: 0 });
    const counts = [0, 1, 2].map((label) => test.filter((row) => labels[row] === label).length);
    expect(counts).toEqual([10, 6, 0]);
    expect([...train, ...test].sort((a, b) => a - b)).toEqual(labels.map((_, row) => row));
  });

  it("draws the same rows from the same seed, others from another", () => {
    const test = (seed: number) => [...holdOut(labels, { holdout: 0.2, holdout_seed: seed }).test];
    expect(test(0)).toEqual(test(0));
    expect(test(0)).not.toEqual(test(1));
  });

  it("leaves a training row of every class, whatever the share", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (drawn, share) => {
          const { train, test } = holdOut(drawn, { holdout: share, holdout_seed: 7 });
          expect(train.length + test.length).toBe(drawn.length);
          expect(new Set(Array.from(train, (row) => drawn[row]))).toEqual(new Set(drawn));
        },
      ),
    );
  });
});
