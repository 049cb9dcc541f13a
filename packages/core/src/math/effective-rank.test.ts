import { expect, it } from "vitest";
import { randomStream } from "../random/stream.js";
import { effectiveRank } from "./effective-rank.js";

const matrix = (rows: number, columns: number, at: (row: number, column: number) => number): Float64Array =>
  Float64Array.from({ length: rows * columns }, (_, i) => at(Math.floor(i / columns), i % columns));

it("is the number of equal directions", () => {
  for (const n of [1, 2, 5, 12])
    expect(
      effectiveRank(
        matrix(15, 12, (r, c) => (r === c && c < n ? 3 : 0)),
        15,
        12,
      ),
    ).toBeCloseTo(n, 10);
});

it("is 1 of a matrix of one direction, wide or tall, and 0 of nothing", () => {
  const product = (r: number, c: number): number => (r + 1) * (c - 2.5);
  expect(effectiveRank(matrix(40, 6, product), 40, 6)).toBeCloseTo(1, 6);
  expect(effectiveRank(matrix(6, 40, product), 6, 40)).toBeCloseTo(1, 6);
  expect(effectiveRank(new Float64Array(12), 3, 4)).toBe(0);
});

it("is e to the entropy of the shares of singular values", () => {
  // σ = 3 and 1, turned by a rotation on each side: p = 3/4 and 1/4.
  const [c, s, d, t] = [0.6, 0.8, 12 / 13, 5 / 13];
  const a = [c * 3 * d + s * t, c * 3 * t - s * d, s * 3 * d - c * t, s * 3 * t + c * d];
  const entropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
  expect(effectiveRank(Float64Array.from(a), 2, 2)).toBeCloseTo(Math.exp(entropy), 12);
});

it("does not change when the matrix is transposed or stretched", () => {
  const stream = randomStream(3, "matrix");
  const a = matrix(30, 7, () => stream.uniform() - 0.3);
  const rank = effectiveRank(a, 30, 7);
  expect(rank).toBeGreaterThan(4);
  expect(rank).toBeLessThan(7);
  const across = matrix(7, 30, (r, c) => 1e6 * (a[c * 7 + r] ?? 0));
  expect(effectiveRank(across, 7, 30)).toBeCloseTo(rank, 9);
});
