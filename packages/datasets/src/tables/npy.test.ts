import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { npyBytes } from "../../test/npy-bytes.js";
import { DatasetError } from "../dataset-error.js";
import { type NpyArray, parseNpy } from "./npy.js";
import { npyTable } from "./npy-table.js";

const parse = (bytes: Uint8Array) => parseNpy({ file: "x.npy", bytes });
const elements = ({ length, at }: NpyArray) => Array.from({ length }, (_, i) => at(i));
const array = (shape: readonly number[], ...values: number[]) => parse(npyBytes("<f8", shape, values));

describe("parseNpy", () => {
  it.each(["|u1", "<i2", ">i4", "<u4", "<f4", ">f8", "<i8", ">u8"])("reads %s", (type) => {
    const found = parse(npyBytes(type, [2, 3], [1, 2, 3, 4, 5, 250 % 128]));
    expect(found.shape).toEqual([2, 3]);
    expect(elements(found)).toEqual([1, 2, 3, 4, 5, 122]);
  });

  it("reads a header of format 2", () => {
    expect(elements(parse(npyBytes("<f4", [2], [0.5, -1], { version: 2 })))).toEqual([0.5, -1]);
  });

  it.each([
    ["another format", Buffer.from("PK\x03\x04"), "x.npy: byte 0: a .npy file begins"],
    [
      "a cut header",
      npyBytes("<f4", [1], [1]).subarray(0, 20),
      "x.npy: byte 20: the file ends inside its header",
    ],
    [
      "a cut file",
      npyBytes("<f4", [3], [1, 2, 3]).subarray(0, -2),
      "3 elements of 4 bytes are declared, 10 bytes",
    ],
    [
      "a long file",
      Buffer.concat([npyBytes("<f4", [1], [1]), Buffer.of(0)]),
      "1 elements of 4 bytes are declared",
    ],
    ["Python objects", npyBytes("|O", [1], [1]), "elements of type |O; expected bool, integers"],
    ["text", npyBytes("<U5", [1], [1]), "elements of type <U5"],
    ["columns first", npyBytes("<f4", [1], [1], { fortran: true }), "save np.ascontiguousarray(x)"],
  ])("names file and place for %s", (_, bytes, message) => {
    expect(() => parse(bytes)).toThrowError(message);
  });

  it("never fails otherwise than by a DatasetError, whatever the bytes", () => {
    const whole = npyBytes("<f4", [2, 2], [1, 2, 3, 4]);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, length) => {
        try {
          parse(whole.with(at, byte).subarray(0, length));
        } catch (error) {
          expect(error).toBeInstanceOf(DatasetError);
        }
      }),
    );
  });
});

describe("npyTable", () => {
  it("makes rows of any further dimensions, pictures of two", () => {
    const table = npyTable(array([2, 1, 3], 1, 2, 3, 4, 5, 6), array([2], 7, 9));
    expect(table).toMatchObject({ inputs: 3, image: [3, 1], classes: ["7", "9"] });
    expect(npyTable(array([1, 2], 1, 2), array([1, 1], 0)).image).toBeUndefined();
  });

  it.each([
    [
      "NaN",
      array([2, 2], 1, 2, 3, Number.NaN),
      array([2], 0, 1),
      "row 2, column 2: NaN is not a finite 32-bit number",
    ],
    ["too large a number", array([1, 1], 1e39), array([1], 0), "row 1, column 1: 1e+39 is not a finite"],
    [
      "a class with a fraction",
      array([1, 1], 1),
      array([1], 0.5),
      "row 1: the class 0.5 is not a whole number",
    ],
    ["wrong counts", array([2, 1], 1, 2), array([3], 0, 1, 0), "3 classes, but x.npy holds 2 rows"],
    ["one-hot rows", array([1, 1], 1), array([1, 2], 0, 1), "save y.argmax(axis=1)"],
    ["one dimension", array([2], 1, 2), array([2], 0, 1), "shape (2), expected rows × inputs"],
    ["no rows", array([0, 2]), array([0]), "shape (0, 2): there are no values"],
  ])("names array and place for %s", (_, inputs, labels, message) => {
    expect(() => npyTable(inputs, labels, "classification")).toThrowError(message);
  });
});
