import fc from "fast-check";
import { expect, it } from "vitest";
import { densityOf } from "./density.js";

it("counts what is not 0, at any alignment and length", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 0, 1, 127, 128, 255), { maxLength: 20 }),
      fc.nat(5),
      (values, offset) => {
        const bytes = new Uint8Array(offset + values.length);
        bytes.set(values, offset);
        const expected = values.length === 0 ? 0 : values.filter((v) => v !== 0).length / values.length;
        expect(densityOf(bytes.subarray(offset))).toBe(expected);
      },
    ),
  );
});

it("takes −0 for 0 and NaN for a value", () => {
  expect(densityOf(Float32Array.of(0, -0, 1, Number.NaN))).toBe(0.5);
});
