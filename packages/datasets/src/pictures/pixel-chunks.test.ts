import { Buffer } from "node:buffer";
import { crc32, deflateSync } from "node:zlib";
import { decode, encode } from "fast-png";
import { expect, it } from "vitest";
import { pixelChunks } from "./pixel-chunks.js";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function header(width: number, height: number, depth = 8, color = 0, interlace = 0): Buffer {
  const data = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, depth, color, 0, 0, interlace]);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  return chunk("IHDR", data);
}

const png = (...chunks: readonly Buffer[]): Buffer => Buffer.concat([SIGNATURE, ...chunks, chunk("IEND")]);
const pixels = (bytes: number): Buffer => chunk("IDAT", deflateSync(Buffer.alloc(bytes)));

it("what says nothing of pixels goes, and they stay as they are", () => {
  const data = Uint8Array.from({ length: 24 }, (_, i) => 10 * i);
  const plain = Buffer.from(encode({ width: 4, height: 2, channels: 3, data }));
  const profile = chunk(
    "iCCP",
    Buffer.concat([Buffer.from("p\0\0", "latin1"), deflateSync(Buffer.alloc(1e6))]),
  );
  const at = SIGNATURE.length + header(4, 2).length;
  const told = Buffer.concat([plain.subarray(0, at), profile, plain.subarray(at)]);
  expect(Buffer.from(pixelChunks(told)).equals(Buffer.from(pixelChunks(plain)))).toBe(true);
  expect(decode(pixelChunks(told)).data).toEqual(data);
});

it.each([
  ["gray of one bit", header(9, 3, 1), 3 * 3],
  ["colors of 16 bits with alpha", header(5, 4, 16, 6), 4 * (1 + 5 * 8)],
  ["interlaced, 8 by 8", header(8, 8, 8, 0, 1), 64 + 15],
  ["interlaced, one column of one bit", header(1, 9, 1, 0, 1), 2 * 9],
])("as many bytes as pixels take are read: %s", (_, head, bytes) => {
  expect(() => pixelChunks(png(head, pixels(bytes)))).not.toThrow();
});

it.each([
  ["an image that unpacks to a gigabyte", png(header(16, 16), pixels(2 ** 30)), "its pixels unpack to more"],
  ["a second header", png(header(4, 4), header(60000, 60000), pixels(20)), "it has two headers"],
  ["indices without a palette", png(header(4, 4, 8, 3), pixels(20)), "its palette is missing"],
  ["a cut file", png(header(4, 4), pixels(20)).subarray(0, -1), "it is truncated"],
  ["a chunk that is longer than the file", png(header(4, 4)).fill(0xff, 33, 37), "it is truncated"],
])("%s is refused, before it is held", (_, bytes, message) => {
  const before = process.memoryUsage().arrayBuffers;
  expect(() => pixelChunks(bytes)).toThrow(message);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5e7);
});
