import { base64 } from "@actbench/core/internal";

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: readonly number[]): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (CRC_TABLE[(c ^ byte) & 255] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function adler32(bytes: readonly number[]): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

const word = (value: number): readonly number[] => [
  (value >>> 24) & 255,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];

function chunk(kind: string, data: readonly number[]): readonly number[] {
  const body = [...Array.from(kind, (c) => c.charCodeAt(0)), ...data];
  return [...word(data.length), ...body, ...word(crc32(body))];
}

/** Zlib with stored blocks: larger than compressed, but the same bytes from every engine. */
function stored(bytes: readonly number[]): readonly number[] {
  const out = [0x78, 0x01];
  for (let at = 0; at < bytes.length || at === 0; at += 65535) {
    const block = bytes.slice(at, at + 65535);
    const { length } = block;
    out.push(
      at + 65535 >= bytes.length ? 1 : 0,
      length & 255,
      length >> 8,
      ~length & 255,
      (~length >> 8) & 255,
    );
    for (const byte of block) out.push(byte);
  }
  out.push(...word(adler32(bytes)));
  return out;
}

/**
 * A picture of 8-bit greys, or of red, green and blue, row by row from the top, as a `data:` URI (PNG,
 * ISO/IEC 15948).
 */
export function pngUri(samples: Uint8Array, width: number, height: number): string {
  const row = samples.length / height;
  const rows: number[] = [];
  for (let y = 0; y < height; y++) rows.push(0, ...samples.subarray(y * row, (y + 1) * row));
  const kind = row === 3 * width ? 2 : 0;
  const png = [
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunk("IHDR", [...word(width), ...word(height), 8, kind, 0, 0, 0]),
    ...chunk("IDAT", stored(rows)),
    ...chunk("IEND", []),
  ];
  return `data:image/png;base64,${base64(Uint8Array.from(png))}`;
}
