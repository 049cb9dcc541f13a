import { normalCdfInverse, randomStream } from "@actbench/core/internal";
import { expect, it } from "vitest";
import { type BlockValues, bestSubset } from "./best-subset.js";

const blocks = (values: readonly number[]): BlockValues => new Map(values.map((value, i) => [i, value]));

it("holds every method against the best one, one-sided, at α / (k − 1)", () => {
  const best = [10, 11, 12, 13];
  // Differences 1, 2, 1, 2: t = 1.5 / (0.577 / 2) = 5.196 on 3 degrees of freedom, one-sided p 0.00693.
  const close = blocks([9, 9, 11, 11]);
  const far = blocks([0, 1.5, 2, 3]);
  expect(bestSubset([close, blocks(best)], 0.007)).toEqual([1]);
  expect(bestSubset([close, blocks(best)], 0.0069)).toEqual([0, 1]);
  // With three methods the same difference has to be shown at half of the level.
  expect(bestSubset([close, blocks(best), far], 0.0138)).toEqual([0, 1]);
  expect(bestSubset([close, blocks(best), far], 0.0139)).toEqual([1]);
});

it("keeps what equals the best, and what cannot be compared with it", () => {
  expect(bestSubset([blocks([1, 2, 3]), blocks([1, 2, 3]), new Map([[7, 0]])], 0.05)).toEqual([0, 1, 2]);
  expect(bestSubset([], 0.05)).toEqual([]);
  expect(bestSubset([blocks([1, 2])], 0.05)).toEqual([0]);
});

it("takes a method whose values are infinitely bad for the worst, and two such for equal", () => {
  const lost = blocks(Array<number>(8).fill(Number.NEGATIVE_INFINITY));
  const fine = blocks([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(bestSubset([lost, fine], 0.05)).toEqual([1]);
  expect(bestSubset([lost, lost], 0.05)).toEqual([0, 1]);
});

it("holds the truly best method as often as it promises, however many tie with it or vary more", () => {
  const REPEATS = 1500;
  const left = { tied: 0, uneven: 0 };
  const stream = randomStream(0, "best subset");
  const normal = (): number => normalCdfInverse(stream.uniform() || 0.5);
  const study = (means: readonly number[], spreads: readonly number[]): readonly BlockValues[] => {
    const common = Array.from({ length: 5 }, () => normal());
    return means.map((center, i) =>
      blocks(common.map((value) => value + center + (spreads[i] ?? 1) * normal())),
    );
  };
  for (let i = 0; i < REPEATS; i++) {
    const tied = bestSubset(study([0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1]), 0.05);
    const uneven = bestSubset(study([0.2, 0, 0, 0, -3, -5], [0.2, 0.2, 0.2, 4, 4, 1]), 0.05);
    if (!tied.includes(0)) left.tied++;
    if (!uneven.includes(0)) left.uneven++;
  }
  // At most α = 0.05 of the studies lose the best; four standard errors of 1,500 studies are 0.023.
  expect(left.tied / REPEATS).toBeLessThan(0.05 + 0.023);
  expect(left.uneven / REPEATS).toBeLessThan(0.05 + 0.023);
});
