import { expect, it } from "vitest";
import { pairedDifference } from "./paired-difference.js";

it("has the published interval of Student's own sleep data (1908): mean 1.58, 95 % [0.70, 2.46], n = 10", () => {
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const { difference } = pairedDifference(
    first.map((a, i) => [a, second[i]] as const),
    0.95,
  );
  expect(difference?.n).toBe(10);
  expect(difference?.mean).toBeCloseTo(1.58, 10);
  // Published to two and seven digits (R's t.test(extra ~ group, paired = TRUE)).
  expect(difference?.low).toBeCloseTo(0.7001142, 6);
  expect(difference?.high).toBeCloseTo(2.4598858, 6);
});

it("leaves out pairs with a missing side and counts them", () => {
  const result = pairedDifference(
    [
      [1, 2],
      [undefined, 2],
      [1, undefined],
    ],
    0.95,
  );
  expect(result).toEqual({ difference: { n: 1, mean: 1 }, differences: [1], leftOut: 2 });
});
