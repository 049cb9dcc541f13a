import { crc32, inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { pngUri } from "./png.js";

it("writes a PNG whose checksums hold and whose pixels come back", () => {
  const greys = Uint8Array.from({ length: 28 * 20 }, (_, i) => (i * 7) & 255);
  const png = Buffer.from(pngUri(greys, 28, 20).replace("data:image/png;base64,", ""), "base64");
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.set(body.subarray(0, 4).toString(), body.subarray(4));
    at += 12 + length;
  }
  const header = chunks.get("IHDR");
  expect([header?.readUInt32BE(0), header?.readUInt32BE(4)]).toEqual([28, 20]);
  const rows = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  const pixels = Array.from({ length: 20 }, (_, y) => [...rows.subarray(y * 29 + 1, (y + 1) * 29)]).flat();
  expect(pixels).toEqual([...greys]);
});
