import { describe, expect, it } from "vitest";
import { DIRECTION_NUMBERS } from "./direction-numbers.js";
import { owenScramble } from "./owen-scramble.js";
import { SOBOL_DIMENSIONS, sobolWord } from "./sobol.js";

const DIMENSIONS = Array.from({ length: SOBOL_DIMENSIONS }, (_, dimension) => dimension);

describe("Sobol's sequence", () => {
  it("begins like that of Joe and Kuo", () => {
    // scipy.stats.qmc.Sobol(24, scramble=False).random(8), dimensions 1, 2, 3, 6, 21, 24
    const points = Array.from({ length: 8 }, (_, index) =>
      [0, 1, 2, 5, 20, 23].map((dimension) => sobolWord(index, dimension) / 2 ** 32),
    );
    expect(points).toEqual([
      [0, 0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75, 0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625, 0.125, 0.125, 0.875],
      [0.875, 0.875, 0.125, 0.625, 0.625, 0.375],
      [0.625, 0.125, 0.875, 0.875, 0.375, 0.625],
      [0.125, 0.625, 0.375, 0.375, 0.875, 0.125],
    ]);
  });

  it("has numbers m_i that are odd and below 2^i", () => {
    for (const [, m] of DIRECTION_NUMBERS)
      m.forEach((number, i) => {
        expect(number % 2).toBe(1);
        expect(number).toBeLessThan(2 ** (i + 1));
      });
  });

  it.each(DIMENSIONS)(
    "puts one of its first 256 points into each of 256 cells, scrambled too, in dimension %i",
    (dimension) => {
      const cells = (scramble: (word: number) => number): number =>
        new Set(Array.from({ length: 256 }, (_, index) => scramble(sobolWord(index, dimension)) >>> 24)).size;
      expect(cells((word) => word)).toBe(256);
      expect(cells((word) => owenScramble(word, 7, dimension))).toBe(256);
    },
  );

  it("is a net in the first two dimensions, and stays one when scrambled", () => {
    for (const seed of [0, 1, 2 ** 40])
      for (const bits of [0, 1, 2, 3, 4]) {
        const cells = new Set(
          Array.from({ length: 16 }, (_, index) => {
            const x = owenScramble(sobolWord(index, 0), seed, 0);
            const y = owenScramble(sobolWord(index, 1), seed, 1);
            return `${Math.floor(x / 2 ** (32 - bits))} ${Math.floor(y / 2 ** (28 + bits))}`;
          }),
        );
        expect(cells.size).toBe(16);
      }
  });

  it("depends on the seed", () => {
    const words = [0, 1, 2, 2 ** 32].map((seed) => owenScramble(0, seed, 0));
    expect(new Set(words).size).toBe(4);
  });
});
