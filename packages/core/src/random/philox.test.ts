import { expect, it } from "vitest";
import { philox } from "./philox.js";

const hex = (words: Uint32Array): string =>
  [...words].map((word) => word.toString(16).padStart(8, "0")).join(" ");

/** Known answers of the Random123 distribution's `kat_vectors` for philox4x32-10 (Salmon et al. 2011). */
it.each([
  [[0, 0], [0, 0, 0, 0], "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
  [[-1, -1], [-1, -1, -1, -1], "408f276d 41c83b0e a20bc7c6 6d5451fd"],
  [
    [0xa4093822, 0x299f31d0],
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    "d16cfe09 94fdcceb 5001e420 24126ea1",
  ],
] as const)(
  "philox with key %j and counter %j gives the published words",
  ([k0, k1], [c0, c1, c2, c3], want) => {
    const out = new Uint32Array(4);
    philox([k0 >>> 0, k1 >>> 0], c0, c1, c2, c3, out);
    expect(hex(out)).toBe(want);
  },
);
