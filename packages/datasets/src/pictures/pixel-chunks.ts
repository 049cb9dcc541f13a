import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";

/** Length, type and checksum around a chunk's data. */
const AROUND = 12;
const SIGNATURE_BYTES = 8;
/** Of a chunk's data, where a PNG's first one says them. */
const IHDR = { bytes: 13, depth: 8, color: 9, interlace: 12 } as const;
/** Samples a pixel, by color type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const INDEXED = 3;
/**
 * What a reader of pixels needs; everything else may hold what unpacks to gigabytes, such as a color profile.
 */
const NEEDED: ReadonlySet<string> = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);

/**
 * A PNG file that says what its pixels are and nothing else. Throws an `Error` where its pixels would unpack
 * to more than their number takes, where a second header follows, or the palette of an indexed picture is
 * missing.
 */
export function pixelChunks(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const kept: Buffer[] = [file.subarray(0, SIGNATURE_BYTES)];
  const packed: Buffer[] = [];
  const seen = new Set<string>();
  let pixels = 0;
  let isEnded = false;
  for (let at = SIGNATURE_BYTES; !isEnded; ) {
    if (at + AROUND > file.length) throw new Error("it is truncated");
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    const end = at + AROUND + length;
    if (end > file.length) throw new Error("it is truncated");
    const data = file.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") {
      if (seen.has(type)) throw new Error("it has two headers");
      pixels = pixelBytes(data);
    }
    if (type === "IDAT") packed.push(data);
    if (NEEDED.has(type)) kept.push(file.subarray(at, end));
    seen.add(type);
    isEnded = type === "IEND";
    at = end;
  }
  if (isIndexed(kept) && !seen.has("PLTE")) throw new Error("its palette is missing");
  refuseMore(Buffer.concat(packed), pixels);
  return Buffer.concat(kept);
}

function isIndexed([, header]: readonly Buffer[]): boolean {
  return header?.[8 + IHDR.color] === INDEXED;
}

/** Bytes of all rows, each with the byte of its filter. */
function pixelBytes(header: Buffer): number {
  if (header.length !== IHDR.bytes) throw new Error("its header has another length");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bits = (SAMPLES[header[IHDR.color] ?? 0] ?? 4) * (header[IHDR.depth] ?? 8);
  // Interlaced, seven small pictures are one: each row of each has a filter, and may end inside of a byte.
  const rows = header[IHDR.interlace] === 0 ? height : 2 * height + 7;
  return Math.ceil((width * height * bits) / 8) + 2 * rows;
}

function refuseMore(packed: Buffer, pixels: number): void {
  try {
    inflateSync(packed, { maxOutputLength: Math.max(1, pixels) });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE")
      throw new Error("its pixels unpack to more than its width and height", { cause: error });
    throw error;
  }
}
