import { expect, it } from "vitest";
import { tileHeight } from "./tile-height.js";

it.each([1, 2] as const)(
  "keeps all of a tile of %i registers a row in 15 registers, and no row more would fit",
  (width) => {
    for (const [numerics, product] of [
      ["fma", 0],
      ["strict", 1],
    ] as const) {
      const used = (rows: number): number => rows * width + width + 1 + product;
      const height = tileHeight(width, numerics);
      expect(used(height)).toBeLessThanOrEqual(15);
      expect(height === 6 || used(height + 1) > 15).toBe(true);
    }
  },
);
