import { expect, test } from "vitest";
import { crc32c } from "./crc32c.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("the check value of CRC-32C and the vectors of RFC 3720 hold", () => {
  expect(crc32c(bytes("123456789"))).toBe(0xe3069283);
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, i) => i))).toBe(0x46dd794e);
});

test("a sum continued over two parts is the sum of the whole", () => {
  expect(crc32c(bytes("6789"), crc32c(bytes("12345")))).toBe(0xe3069283);
});
