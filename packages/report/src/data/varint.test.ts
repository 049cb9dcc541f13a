import fc from "fast-check";
import { expect, it } from "vitest";
import { readInts, writeInts } from "./varint.js";

it("reads back what it wrote, small and large, with either sign", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: -40, max: 40 }), fc.maxSafeInteger())), (values) => {
      const sizes = values.map((value) => Math.trunc(value / 4) + 0);
      expect(readInts(writeInts(sizes))).toEqual(sizes);
    }),
  );
});

it("takes one character for small changes, as source maps do", () => {
  expect(writeInts([0, 1, -1, 15, 16, -16, 511])).toBe("ACDegBhB+f");
});

it("knows a text that it cannot have written", () => {
  for (const text of ["!", "g", "Ag", "ggggggggggggggggggggg"]) expect(readInts(text)).toBeUndefined();
});
