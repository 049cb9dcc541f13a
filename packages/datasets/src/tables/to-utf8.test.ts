import { isUtf8 } from "node:buffer";
import type { Encoding } from "@actbench/core/internal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invalidUtf8 } from "./invalid-utf8.js";
import { toUtf8 } from "./to-utf8.js";

const read = (bytes: Uint8Array, encoding?: Encoding) =>
  Buffer.from(toUtf8({ file: "t.csv", bytes }, encoding)).toString("utf8");
const wide = (text: string, isBig = false): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return isBig ? bytes.swap16() : bytes;
};

describe("toUtf8", () => {
  it.each<[string, Uint8Array, Encoding | undefined]>([
    ["UTF-8", Buffer.from("Bär €"), undefined],
    ["UTF-8 with a mark", Buffer.from("\ufeffBär €"), undefined],
    ["UTF-16 little-endian with a mark", wide("\ufeffBär €"), undefined],
    ["UTF-16 big-endian with a mark", wide("\ufeffBär €", true), "utf-16"],
    ["UTF-16 little-endian", wide("Bär €"), "utf-16le"],
    ["UTF-16 big-endian", wide("Bär €", true), "utf-16be"],
    ["windows-1252", Buffer.from([0x42, 0xe4, 0x72, 0x20, 0x80]), "windows-1252"],
  ])("reads %s", (_, bytes, encoding) => {
    expect(read(bytes, encoding)).toBe("Bär €");
  });

  it("reads latin1 as ISO 8859-1, whose 0x80 to 0x9f are control characters", () => {
    expect(read(Buffer.from([0xe4, 0x80, 0x9f, 0xff]), "latin1")).toBe("ä\x80\x9fÿ");
  });

  it("parts no surrogate pair, however long the text", () => {
    const text = `${"a".repeat(2 ** 23 - 1)}🦄${"b".repeat(10)}`;
    expect(read(wide(text), "utf-16le") === text).toBe(true);
  });

  it.each<[string, Uint8Array, Encoding | undefined, string]>([
    [
      "Latin-1 read as UTF-8",
      Buffer.from("a,k\n1,B\xe4r\n2,B\xf6r\n", "latin1"),
      undefined,
      't.csv: byte 7 (row 2): 0xe4 is not UTF-8; write encoding: windows-1252 (--encoding windows-1252), which reads it as "Bär", or save the file as UTF-8',
    ],
    [
      "what windows-1252 has no character for",
      Buffer.from("k\nB\x81r\n", "latin1"),
      undefined,
      "byte 3 (row 2): 0x81 is not UTF-8; write encoding: latin1 (--encoding latin1)",
    ],
    ["a UTF-8 sequence cut short", Buffer.from("é").subarray(0, 1), undefined, "byte 0 (row 1): 0xc3 is not"],
    [
      "0x8d in windows-1252",
      Buffer.of(65, 0x8d),
      "windows-1252",
      "byte 1 (row 1): 0x8d is not a character of windows-1252; write encoding: latin1",
    ],
    [
      "UTF-16 without a mark",
      wide("alpha,kind\n1,x\n"),
      undefined,
      "byte 1 (row 1): a NUL, which text cannot contain: every second byte is one, as in UTF-16; write encoding: utf-16le (",
    ],
    ["UTF-16 big-endian without a mark", wide("alpha,kind\n", true), undefined, "write encoding: utf-16be ("],
    [
      "a NUL",
      Buffer.from("a,k\n1,x\0\n"),
      undefined,
      "byte 7 (row 2): a NUL, which text cannot contain: this file",
    ],
    ["utf-16 without a mark", wide("a"), "utf-16", "it has no byte order mark, which utf-16 needs"],
    [
      "a mark of UTF-8 before latin1",
      Buffer.from("\ufeffa"),
      "latin1",
      "it begins with the byte order mark of utf-8",
    ],
    [
      "a mark of UTF-16 before utf-8",
      wide("\ufeffa"),
      "utf-8",
      "leave encoding out, or write encoding: utf-16le",
    ],
    ["half a pair", wide("a\nb\ud83d"), "utf-16le", "byte 6 (row 2): half a surrogate pair in utf-16le"],
    ["half a pair in front", wide("\udd84a", true), "utf-16be", "byte 0 (row 1): half a surrogate pair"],
    ["half a character", wide("ab").subarray(0, 3), "utf-16le", "byte 2 (row 1): the last character is cut"],
  ])("names byte, row and cure for %s", (_, bytes, encoding, message) => {
    expect(() => read(bytes, encoding)).toThrowError(message);
  });
});

describe("invalidUtf8", () => {
  it("finds a fault where Node finds one, and nothing but whole characters before it", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.string({ unit: "binary", maxLength: 6 }).map((text) => Buffer.from(text)),
      // Leads with their second bytes at the limits.
      fc.array(
        fc.constantFrom(
          0x7f,
          0x80,
          0x8f,
          0x90,
          0x9f,
          0xa0,
          0xbf,
          0xc1,
          0xc2,
          0xe0,
          0xed,
          0xef,
          0xf0,
          0xf4,
          0xf5,
        ),
      ),
    );
    fc.assert(
      fc.property(bytes, (some) => {
        const all = Uint8Array.from(some);
        const at = invalidUtf8(all);
        expect(at === undefined).toBe(isUtf8(all));
        if (at !== undefined) expect(isUtf8(all.subarray(0, at))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
