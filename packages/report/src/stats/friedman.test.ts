import { randomStream, shuffle } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { criticalDifference } from "./critical-difference.js";
import { drawnFriedman, friedmanDraws } from "./drawn-friedman.js";
import { exactFriedman } from "./exact-friedman.js";
import { friedman } from "./friedman.js";
import { indistinct } from "./indistinct.js";
import { normalRangeCdf } from "./normal-range.js";
import { ranks } from "./ranks.js";

/** Demšar 2006, table 6: AUC of C4.5, +m, +cf, +m+cf on 14 datasets. */
const AUC = [
  [0.763, 0.768, 0.771, 0.798],
  [0.599, 0.591, 0.59, 0.569],
  [0.954, 0.971, 0.968, 0.967],
  [0.628, 0.661, 0.654, 0.657],
  [0.882, 0.888, 0.886, 0.898],
  [0.936, 0.931, 0.916, 0.931],
  [0.661, 0.668, 0.609, 0.685],
  [0.583, 0.583, 0.563, 0.625],
  [0.775, 0.838, 0.866, 0.875],
  [1, 1, 1, 1],
  [0.94, 0.962, 0.965, 0.962],
  [0.619, 0.666, 0.614, 0.669],
  [0.972, 0.981, 0.9751, 0.975],
  [0.957, 0.978, 0.946, 0.97],
];

/**
 * Hollander and Wolfe 1973, p. 140: seconds of 22 players by three ways of rounding first base, in R's help
 * too.
 */
const ROUNDING_TIMES = [
  [5.4, 5.5, 5.55],
  [5.85, 5.7, 5.75],
  [5.2, 5.6, 5.5],
  [5.55, 5.5, 5.4],
  [5.9, 5.85, 5.7],
  [5.45, 5.55, 5.6],
  [5.4, 5.4, 5.35],
  [5.45, 5.5, 5.35],
  [5.25, 5.15, 5],
  [5.85, 5.8, 5.7],
  [5.25, 5.2, 5.1],
  [5.65, 5.55, 5.45],
  [5.6, 5.35, 5.45],
  [5.05, 5, 4.95],
  [5.5, 5.5, 5.4],
  [5.45, 5.55, 5.5],
  [5.55, 5.55, 5.35],
  [5.45, 5.5, 5.55],
  [5.5, 5.45, 5.25],
  [5.65, 5.6, 5.4],
  [5.7, 5.65, 5.55],
  [6.3, 6.3, 6.25],
];

describe("many methods over many conditions", () => {
  it("have Demšar's mean ranks and critical difference 1.25, and SciPy's χ², which corrects for ties", () => {
    const { meanRanks, chi, p } = friedman(AUC);
    expect(meanRanks.map((rank) => rank.toFixed(3))).toEqual(["3.143", "2.000", "2.893", "1.964"]);
    // scipy.stats.friedmanchisquare 1.17: 10.228346, p by χ² 0.0167.
    expect(chi).toBeCloseTo(10.228346456692925, 10);
    expect(p).toBeGreaterThan(0.005);
    expect(p).toBeLessThan(0.0167);
    expect(criticalDifference(4, 14, 0.05)).toBeCloseTo(1.25, 2);
  });

  it("have the χ² of Hollander and Wolfe's rounding times, 11.143, as R's friedman.test prints it", () => {
    const { chi, p, exact } = friedman(ROUNDING_TIMES);
    expect(chi).toBeCloseTo(11.143, 3);
    // R prints 0.003805, the tail of χ²; 400,000 orders drawn with NumPy give 0.00324 ± 0.00009.
    expect(Math.abs(p - 0.00324)).toBeLessThan(0.0003);
    expect(exact).toBe(true);
  });

  it.each([
    // Hollander and Wolfe 1973, table A.15: the least p values, of full agreement and of the next order.
    [
      [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ],
      0.028,
    ],
    [
      [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ],
      0.0046,
    ],
    [
      [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
        [1, 3, 2],
      ],
      0.042,
    ],
    [
      [
        [1, 2, 3, 4],
        [1, 2, 3, 4],
        [1, 2, 3, 4],
      ],
      0.0017,
    ],
  ])("%j has the tabled p %d", (scores, p) => {
    // The tables print two significant digits.
    expect(friedman(scores).p).toBeCloseTo(p, 3);
  });

  it("count ties: 528 of the 7776 orders of these ranks, by brute force", () => {
    const tied = [
      [3, 1, 2],
      [3, 3, 1],
      [2, 1, 1],
      [5, 4, 3],
      [7, 1, 7],
    ];
    expect(friedman(tied).p).toBeCloseTo(528 / 7776, 12);
    expect(friedman(tied).chi).toBeCloseTo(5.647058823529409, 12);
  });

  it("are compared by the sign test where they are two: 0.0156 for 7 wins of 7, and 2 of 128 outcomes reject", () => {
    const outcome = (bits: number) => Array.from({ length: 7 }, (_, i) => [(bits >> i) & 1, 0.5]);
    expect(friedman(outcome(127)).p).toBe(2 / 128);
    const all = Array.from({ length: 128 }, (_, bits) => friedman(outcome(bits)).p);
    expect(all.filter((p) => p <= 0.05)).toHaveLength(2);
    // 6 of 7 against 1: 16 of 128. A tie says nothing.
    expect(friedman([...outcome(63), [1, 1]]).p).toBe(16 / 128);
  });

  it("differ by chance in no more than 5 % of cases where they are equal", () => {
    const stream = randomStream(1, "equal methods");
    const order = Uint32Array.of(1, 2, 3);
    const CASES = 1000;
    let rejected = 0;
    for (let i = 0; i < CASES; i++) {
      const rows = Array.from({ length: 7 }, () => {
        shuffle(order, stream);
        return [...order];
      });
      if (friedman(rows).p <= 0.05) rejected++;
    }
    // Two standard errors of a share of 5 %.
    expect(rejected / CASES).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / CASES));
    expect(rejected / CASES).toBeGreaterThan(0.02);
  });

  it("have the p of all orders where these are drawn", () => {
    for (const width of [2, 5, 20]) {
      const rows = Array.from({ length: 8 }, (_, i) =>
        ranks([0, 1, 2, 3].map((j) => (j + 3 * i * i) % width)),
      );
      const p = exactFriedman(rows) ?? Number.NaN;
      // Four standard errors of a share of 10,000 draws.
      expect(Math.abs(drawnFriedman(rows) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 10_000) + 1e-4);
    }
  });

  it("are fewer where they take long, at least 1,000, and then agree with many", () => {
    expect([friedmanDraws(20, 5), friedmanDraws(100, 10), friedmanDraws(5000, 10)]).toEqual([
      10_000, 2222, 1000,
    ]);
    const stream = randomStream(3, "many conditions", 0);
    const rows = Array.from({ length: 400 }, () => {
      const row = Uint32Array.of(1, 2, 3, 4, 5, 6);
      shuffle(row, stream);
      return [...row];
    });
    const k = 6;
    const sums = Array.from({ length: k }, (_, j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0));
    const mean = (rows.length * (k + 1)) / 2;
    const spread = sums.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    // Friedman's statistic, whose mean is k − 1 where methods are equal: its p is neither near 0 nor near 1.
    const chi = (12 * spread) / (rows.length * k * (k + 1));
    expect(chi).toBeGreaterThan(1);
    expect(chi).toBeLessThan(12);
    const p = drawnFriedman(rows);
    expect(p).toBeGreaterThan(0.02);
    expect(p).toBeLessThan(0.98);
  });

  it("have the tabled values of the studentized range (Demšar 2006, table 5a, times √2)", () => {
    // Three printed digits: half a unit of the last one, times the slope of at most 0.2.
    for (const [k, q] of [
      [2, 1.96],
      [3, 2.343],
      [4, 2.569],
      [5, 2.728],
      [10, 3.164],
    ] as const)
      expect(Math.abs(normalRangeCdf(q * Math.SQRT2, k) - 0.95)).toBeLessThan(2e-4);
  });

  it("are grouped by what the ranks cannot tell apart", () => {
    expect(indistinct([3.143, 2, 2.893, 1.964], 1.25)).toEqual([[3, 1, 2, 0]]);
    expect(indistinct([1, 2, 3.5], 1.2)).toEqual([[0, 1]]);
    expect(indistinct([1, 2, 3], 1)).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(indistinct([1, 3], 1)).toEqual([]);
  });

  it("agree fully or not at all, and never with p = 0", () => {
    const same = (row: readonly number[], times: number) => Array.from({ length: times }, () => row);
    expect(friedman(same([2, 1], 3))).toMatchObject({ p: 2 / 8, meanRanks: [1, 2] });
    expect(friedman(same([1, 1], 2))).toMatchObject({ p: 1, chi: 0 });
    const many = friedman(
      same(
        Array.from({ length: 16 }, (_, i) => i),
        30,
      ),
    );
    expect([many.exact, many.p]).toEqual([false, 1 / (friedmanDraws(30, 16) + 1)]);
    expect(() => friedman([[1, 2]])).toThrow(RangeError);
  });
});
