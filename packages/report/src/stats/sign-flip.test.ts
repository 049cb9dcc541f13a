import { normalCdfInverse, randomStream } from "@actbench/core/internal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAIZE } from "../../test/maize.js";
import { MAX_EXACT, SIGN_FLIP_DRAWS, type SignFlip, signFlip, signFlips } from "./sign-flip.js";

/** The same shares of sums that are made one by one. */
function countOf(values: readonly number[], patterns: Iterable<readonly number[]>): Omit<SignFlip, "exact"> {
  const observed = values.reduce((sum, value) => sum + value, 0);
  let [above, below, beyond, all] = [0, 0, 0, 0];
  for (const signs of patterns) {
    const sum = values.reduce((total, value, i) => total + value * (signs[i] ?? 0), 0);
    all++;
    if (sum >= observed) above++;
    if (sum <= observed) below++;
    if (Math.abs(sum) >= Math.abs(observed)) beyond++;
  }
  return { p: beyond / all, above: above / all, below: below / all };
}

const bitsOf = (word: number, n: number): readonly number[] =>
  Array.from({ length: n }, (_, i) => ((word >>> i) & 1) * 2 - 1);

describe("signFlip", () => {
  it("has Fisher's own count of 863 of 32,768 patterns in each tail (1935, §21: 5.267 %)", () => {
    const { p, above, below, exact } = signFlip(MAIZE);
    expect(exact).toBe(true);
    expect(above).toBe(863 / 32768);
    expect(p).toBe((2 * 863) / 32768);
    // All patterns but those strictly above: 32768 − 835.
    expect(below).toBe((32768 - 835) / 32768);
  });

  it("gives the least p that n pairs allow, 2 / 2ⁿ, and 1 where all differences are 0", () => {
    for (const n of [1, 3, 6, 12]) expect(signFlip(new Array(n).fill(0.3)).p).toBe(2 / 2 ** n);
    expect(signFlip([0, 0, 0])).toMatchObject({ p: 1, above: 1, below: 1 });
    expect(() => signFlip([])).toThrow(RangeError);
  });

  it("agrees with the count of all patterns where it draws them", () => {
    // 21 pairs are drawn; one of them is 0 and changes no sum, so the exact p is that of the 20 others.
    const twenty = Array.from({ length: 20 }, (_, i) => Math.sin(3 * i + 1) + 0.28);
    const exact = signFlip(twenty);
    const drawn = signFlip([...twenty, 0]);
    expect([exact.exact, drawn.exact]).toEqual([true, false]);
    // Four standard errors of a share of 20,000 draws.
    const error = 4 * Math.sqrt((exact.p * (1 - exact.p)) / 20_000);
    expect(Math.abs(drawn.p - exact.p)).toBeLessThan(error);
  });

  it("counts what going through all patterns counts, ties among them", () => {
    // Whole numbers, whose sums have no rounding error and tie often.
    const sample = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 11 });
    fc.assert(
      fc.property(sample, (values) => {
        const all = Array.from({ length: 2 ** values.length }, (_, word) => bitsOf(word, values.length));
        expect(signFlip(values)).toEqual({ ...countOf(values, all), exact: true });
      }),
      { numRuns: 50 },
    );
  });

  it("counts what the drawn patterns give when their values are added one by one", () => {
    for (const n of [MAX_EXACT + 1, 32, 41]) {
      const values = Array.from({ length: n }, (_, i) => ((i * 7) % 23) - 9);
      // Larger values meet the earlier bits.
      const sorted = values.toSorted((a, b) => Math.abs(b) - Math.abs(a) || b - a);
      const stream = randomStream(0, "sign flip", n);
      const drawn = Array.from({ length: SIGN_FLIP_DRAWS }, () =>
        Array.from({ length: Math.ceil(n / 32) }, () => bitsOf(stream.u32(), 32)).flat(),
      );
      const half = [new Array<number>(n).fill(1), ...drawn];
      const patterns = [...half, ...half.map((signs) => signs.map((sign) => -sign))];
      expect(signFlip(values), `${n}`).toEqual({ ...countOf(sorted, patterns), exact: false });
    }
  });

  it("has twice its smaller tail as its two-sided p, also where patterns are drawn", () => {
    const values = Array.from({ length: 25 }, (_, i) => Math.cos(5 * i) + 0.3);
    const { p, above, below } = signFlip(values);
    expect(p).toBeCloseTo(2 * Math.min(above, below), 12);
  });

  it("promises no p below one in the number of draws, for mirror images are no further draws", () => {
    const equal = new Array<number>(30).fill(0.3);
    expect(signFlip(equal)).toMatchObject({ p: 1 / 20_001, above: 1 / 40_002, below: 1 });
  });

  it("rejects equals at its least p as often as that says: 1 in 20 of 19 draws", () => {
    const stream = randomStream(5, "equals");
    const CASES = 4000;
    // A share of 1 / 10 would be rejected if mirror images counted as draws.
    let [either, upper] = [0, 0];
    for (let i = 0; i < CASES; i++) {
      const values = Array.from({ length: 21 + (i % 60) }, () => normalCdfInverse(stream.uniform() || 0.5));
      const { p, above } = signFlip(values, 19);
      if (p <= 1 / 20) either++;
      if (above <= 1 / 40) upper++;
    }
    // Three standard errors.
    const error = (share: number) => 3 * Math.sqrt((share * (1 - share)) / CASES);
    expect(Math.abs(either / CASES - 1 / 20)).toBeLessThan(error(1 / 20));
    expect(Math.abs(upper / CASES - 1 / 40)).toBeLessThan(error(1 / 40));
  });

  it("tests the differences less a bound as the differences from it, the same patterns at every bound", () => {
    for (const n of [7, MAX_EXACT, 33]) {
      const values = Array.from({ length: n }, (_, i) => ((i * 7) % 23) - 9);
      const [at, mirrored] = [signFlips(values), signFlips(values.map((value) => -value))];
      expect(at(0)).toEqual(signFlip(values));
      for (const bound of [-3, 2, 2.5]) {
        const here = at(bound);
        expect(mirrored(-bound)).toEqual({ ...here, above: here.below, below: here.above });
        const shifted = signFlip(values.map((value) => value - bound));
        // Larger values meet the earlier bits, and after the shift others are larger: four standard errors of
        // draws.
        const error = n <= MAX_EXACT ? 0 : 4 * Math.sqrt((shifted.p * (1 - shifted.p)) / SIGN_FLIP_DRAWS);
        expect(Math.abs(here.p - shifted.p), `${n}, ${bound}`).toBeLessThanOrEqual(error);
      }
    }
  });

  it("knows neither order nor sides", () => {
    const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 24 });
    fc.assert(
      fc.property(sample, (values) => {
        const here = signFlip(values);
        expect(signFlip(values.toReversed())).toEqual(here);
        const mirrored = signFlip(values.map((v) => -v));
        expect(mirrored).toEqual({ ...here, above: here.below, below: here.above });
      }),
      { numRuns: 25 },
    );
  });
});
