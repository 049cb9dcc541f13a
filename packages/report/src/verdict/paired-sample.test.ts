import { expect, it } from "vitest";
import type { Counted } from "./counted.js";
import { pairedSample } from "./paired-sample.js";

const value = (v: number): Counted => ({ value: v, diverged: false });
const gone: Counted = { absent: "failed" };

it("takes one difference per seed, the mean over its settings, and counts what is left out", () => {
  const sample = pairedSample([
    [
      { a: value(1), b: value(2) },
      { a: value(1), b: value(4) },
    ],
    [
      { a: value(1), b: gone },
      { a: value(2), b: value(3) },
    ],
    [{ a: gone, b: value(1) }],
  ]);
  expect(sample.differences).toEqual([2, 1]);
  expect(sample).toMatchObject({ planned: 5, leftOut: 2, diverged: 0, pruned: 0, reference: 4 / 3 });
});

it("lets an infinite loss outweigh all others, and two infinite ones not differ", () => {
  const lost: Counted = { value: Infinity, diverged: true };
  const sample = pairedSample([
    [
      { a: value(1), b: lost },
      { a: value(1), b: value(0) },
    ],
    [{ a: lost, b: lost }],
    [{ a: lost, b: value(1) }],
    [
      { a: lost, b: value(1) },
      { a: value(1), b: lost },
    ],
  ]);
  expect(sample.differences).toEqual([Infinity, 0, -Infinity]);
  expect(sample.diverged).toBe(5);
  expect(sample.reference).toBeUndefined();
});
