import { expect, it } from "vitest";
import { randomStream } from "../random/stream.js";
import { symmetricEigenvalues } from "./symmetric-eigenvalues.js";

const sorted = (values: Float64Array): number[] => [...values].sort((a, b) => a - b);

/** A symmetric matrix of random numbers. */
function random(n: number): Float64Array {
  const stream = randomStream(n, "matrix");
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      a[i * n + j] = stream.uniform() - 0.5;
      a[j * n + i] = a[i * n + j] ?? 0;
    }
  return a;
}

it("finds those of matrices known in closed form", () => {
  expect(sorted(symmetricEigenvalues(Float64Array.of(5), 1))).toEqual([5]);
  expect(sorted(symmetricEigenvalues(Float64Array.of(2, 1, 1, 2), 2)).map((x) => x.toFixed(12))).toEqual([
    "1.000000000000",
    "3.000000000000",
  ]);
  expect(sorted(symmetricEigenvalues(new Float64Array(9), 3))).toEqual([0, 0, 0]);
  // 2 on the diagonal, −1 next to it: 2 − 2 cos(πk / (n + 1)).
  const n = 30;
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    a[i * n + i] = 2;
    if (i > 0) {
      a[i * n + i - 1] = -1;
      a[(i - 1) * n + i] = -1;
    }
  }
  sorted(symmetricEigenvalues(a, n)).forEach((value, k) => {
    expect(value).toBeCloseTo(2 - 2 * Math.cos((Math.PI * (k + 1)) / (n + 1)), 12);
  });
});

it("of a rank-one matrix one is the squared length and the others are 0", () => {
  const v = [3, -1, 2, 0, 5];
  const a = Float64Array.from(v.flatMap((x) => v.map((y) => x * y)));
  const values = sorted(symmetricEigenvalues(a, 5));
  expect(values.at(-1)).toBeCloseTo(39, 10);
  for (const value of values.slice(0, 4)) expect(Math.abs(value)).toBeLessThan(1e-13);
});

it.each([2, 3, 7, 40, 129])("sum, squares and shifts are kept of a random matrix of %i", (n) => {
  const a = random(n);
  const trace = Array.from({ length: n }, (_, i) => a[i * n + i] ?? 0).reduce((x, y) => x + y);
  const squares = a.reduce((sum, x) => sum + x * x, 0);
  const values = sorted(symmetricEigenvalues(a.slice(), n));
  expect(values.reduce((x, y) => x + y)).toBeCloseTo(trace, 10);
  expect(values.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(squares, 8);
  const shifted = a.slice();
  for (let i = 0; i < n; i++) shifted[i * n + i] = (shifted[i * n + i] ?? 0) + 10;
  sorted(symmetricEigenvalues(shifted, n)).forEach((value, i) => {
    expect(value).toBeCloseTo((values[i] ?? 0) + 10, 10);
  });
});

it("says so of a matrix with a number that is none", () => {
  expect(() => symmetricEigenvalues(Float64Array.of(1, Number.NaN, Number.NaN, 1), 2)).toThrow(RangeError);
});
