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

test("eight bytes at a time give what one at a time gives, for every length and tail", () => {
  const oneByOne = (data: Uint8Array): number => {
    let sum = 0;
    for (const byte of data) sum = crc32c(Uint8Array.of(byte), sum);
    return sum;
  };
  const data = Uint8Array.from({ length: 60 }, (_, i) => (i * 151 + 7) & 255);
  for (let length = 0; length <= 40; length++)
    for (const start of [0, 1, 5]) {
      const part = data.subarray(start, start + length);
      expect(crc32c(part)).toBe(oneByOne(part));
    }
});
