import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DatasetError } from "../dataset-error.js";
import { parseIdx } from "./idx.js";

const file = (...bytes: number[]) => Uint8Array.from(bytes);
const header = (type: number, ...sizes: number[]) => [
  0,
  0,
  type,
  sizes.length,
  ...sizes.flatMap((size) => [size >>> 24, (size >>> 16) & 255, (size >>> 8) & 255, size & 255]),
];
const labels = (count: number, ...bytes: number[]) => file(...header(8, count), ...bytes);

describe("parseIdx", () => {
  it("gives shape and elements", () => {
    const idx = parseIdx(file(...header(8, 2, 1, 3), 1, 2, 3, 4, 5, 6), "a", 3);
    expect(idx.shape).toEqual([2, 1, 3]);
    expect([...idx.data]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([
    ["an empty file", file(), 1, "set.idx: byte 0: the file ends inside the magic number"],
    ["a cut header", file(0, 0, 8, 1, 0, 0), 1, "set.idx: byte 6: the file ends inside the 1 sizes (8 bytes"],
    ["another format", file(80, 75, 3, 4), 1, "byte 0: the magic number begins 0x50 0x4b"],
    ["a packed file", file(31, 139, 8, 0), 1, "byte 0: this is gzip, not IDX; unpack it first"],
    [
      "floats",
      file(...header(13, 1), 0, 0, 0, 0),
      1,
      "byte 2: element type 0x0d (32-bit floats), expected 0x08",
    ],
    ["an unknown type", file(...header(7, 1), 0), 1, "byte 2: element type 0x07 (unknown)"],
    ["labels for pictures", labels(1, 5), 3, "byte 3: 1 dimensions, expected 3"],
    ["no examples", labels(0), 1, "byte 4: size 1 of 0 is 0"],
    ["a cut file", labels(4, 1, 2, 3), 1, "byte 11: the file is truncated: 4 = 4 elements declared, 3 held"],
    ["a long file", labels(2, 1, 2, 3), 1, "byte 10: 1 bytes too many after 2 = 2 elements"],
    [
      "sizes whose product is huge",
      file(...header(8, 0xffffffff, 0xffffffff, 0xffffffff), 1),
      3,
      "elements declared, 1 held",
    ],
  ])("names file and place for %s", (_, bytes, dimensions, message) => {
    expect(() => parseIdx(bytes, "set.idx", dimensions)).toThrowError(message);
  });

  it("never fails otherwise than by a DatasetError, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(1, 3), (bytes, dimensions) => {
        try {
          parseIdx(bytes, "f", dimensions);
        } catch (error) {
          expect(error).toBeInstanceOf(DatasetError);
        }
      }),
    );
  });
});
