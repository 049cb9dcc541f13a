import { DatasetError } from "../dataset-error.js";

/** An IDX file of bytes: its dimensions, outermost first, and the elements in row-major order. */
export interface Idx {
  readonly shape: readonly number[];
  /** A view of the file's bytes, not a copy. */
  readonly data: Uint8Array;
}

const TYPES: Readonly<Record<number, string>> = {
  8: "unsigned bytes",
  9: "signed bytes",
  11: "16-bit integers",
  12: "32-bit integers",
  13: "32-bit floats",
  14: "64-bit floats",
};

const hex = (value: number) => `0x${value.toString(16).padStart(2, "0")}`;

/**
 * Reads an IDX file (`00 00 type n`, then n big-endian sizes, then the elements) of unsigned bytes.
 * `file` names it in errors. Throws a `DatasetError` that says at which byte the file is wrong.
 */
export function parseIdx(bytes: Uint8Array, file: string, dimensions: number): Idx {
  const wrong = (at: number, what: string): never => {
    throw new DatasetError("dataset_damaged", `${file}: byte ${at}: ${what}`);
  };
  const header = 4 + 4 * dimensions;
  if (bytes.length < 4) wrong(bytes.length, `the file ends inside the magic number (4 bytes)`);
  const [zero0 = 0, zero1 = 0, type = 0, found = 0] = bytes;
  if (zero0 === 0x1f && zero1 === 0x8b) wrong(0, "this is gzip, not IDX; unpack it first");
  if (zero0 !== 0 || zero1 !== 0)
    wrong(0, `the magic number begins ${hex(zero0)} ${hex(zero1)}, an IDX file begins 0x00 0x00`);
  if (type !== 8)
    wrong(2, `element type ${hex(type)} (${TYPES[type] ?? "unknown"}), expected 0x08 (${TYPES[8]})`);
  if (found !== dimensions) wrong(3, `${found} dimensions, expected ${dimensions}`);
  if (bytes.length < header)
    wrong(bytes.length, `the file ends inside the ${dimensions} sizes (${header} bytes of header)`);

  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const empty = shape.indexOf(0);
  if (empty >= 0) wrong(4 + 4 * empty, `size ${empty + 1} of ${shape.join(" × ")} is 0`);
  const count = shape.reduce((product, size) => product * size, 1);
  const held = bytes.length - header;
  if (held < count)
    wrong(
      bytes.length,
      `the file is truncated: ${shape.join(" × ")} = ${count} elements declared, ${held} held`,
    );
  if (held > count)
    wrong(header + count, `${held - count} bytes too many after ${shape.join(" × ")} = ${count} elements`);
  return { shape, data: bytes.subarray(header) };
}
