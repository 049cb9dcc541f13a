import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "../files/named-bytes.js";

/** A NumPy array: its dimensions, outermost first, and its elements in row-major order. */
export interface NpyArray {
  readonly file: string;
  readonly shape: readonly number[];
  /** Number of elements. */
  readonly length: number;
  /** The elements where they are bytes: a view of the file's. */
  readonly bytes?: Uint8Array;
  /** One element: the number it is, as a 64-bit float. */
  at(index: number): number;
}

/** What NumPy itself reads is a tenth of it. */
const MAX_HEADER_BYTES = 100_000;

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

interface ElementType {
  readonly bytes: number;
  readonly read: (view: DataView, at: number, little: boolean) => number;
}

/** Element types by NumPy's letter and size. */
const TYPES: Readonly<Record<string, ElementType>> = {
  b1: { bytes: 1, read: (view, at) => view.getUint8(at) },
  u1: { bytes: 1, read: (view, at) => view.getUint8(at) },
  i1: { bytes: 1, read: (view, at) => view.getInt8(at) },
  u2: { bytes: 2, read: (view, at, little) => view.getUint16(at, little) },
  i2: { bytes: 2, read: (view, at, little) => view.getInt16(at, little) },
  u4: { bytes: 4, read: (view, at, little) => view.getUint32(at, little) },
  i4: { bytes: 4, read: (view, at, little) => view.getInt32(at, little) },
  u8: { bytes: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
  i8: { bytes: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
  f4: { bytes: 4, read: (view, at, little) => view.getFloat32(at, little) },
  f8: { bytes: 8, read: (view, at, little) => view.getFloat64(at, little) },
};

/**
 * Reads a `.npy` file of format 1 to 3 (magic, header length, a Python dictionary, the elements). Throws a
 * `DatasetError` that says at which byte the file is wrong; Python objects are never read.
 */
export function parseNpy({ bytes, file }: NamedBytes): NpyArray {
  const wrong = (at: number, what: string): never => {
    throw new DatasetError("dataset_damaged", `${file}: byte ${at}: ${what}`);
  };
  if (!MAGIC.every((byte, i) => bytes[i] === byte))
    wrong(0, "a .npy file begins with \\x93NUMPY; this is a different format");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = bytes[6] ?? 0;
  const lengthBytes = version === 1 ? 2 : 4;
  if (version < 1 || version > 3) wrong(6, `format ${version}, expected 1, 2 or 3`);
  const start = 8 + lengthBytes;
  if (bytes.length < start) wrong(bytes.length, "the file ends inside its header");
  const length = lengthBytes === 2 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (bytes.length < start + length) wrong(bytes.length, "the file ends inside its header");
  if (length > MAX_HEADER_BYTES)
    wrong(8, `a header of ${length} bytes; at most ${MAX_HEADER_BYTES} are read`);
  const header = Buffer.from(bytes.buffer, bytes.byteOffset + start, length).toString("latin1");
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1];
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
  const sizes = /'shape'\s*:\s*\(([\d\s,]*)\)/.exec(header)?.[1];
  if (descr === undefined || fortran === undefined || sizes === undefined)
    return wrong(
      start,
      `a header of descr, fortran_order and shape, not ${JSON.stringify(header.slice(0, 80).trim())}`,
    );
  if (fortran === "True")
    wrong(start, "the array is stored column by column (fortran_order); save np.ascontiguousarray(x)");
  const type = TYPES[descr.replace(/^[<>=|]/, "")];
  if (type === undefined)
    return wrong(
      start,
      `elements of type ${descr}; expected bool, integers, float32 or float64 (x.astype("float32"))`,
    );
  const shape = sizes
    .split(",")
    .map((size) => size.trim())
    .filter((size) => size !== "")
    .map(Number);
  const count = shape.reduce((product, size) => product * size, 1);
  const first = start + length;
  const held = bytes.length - first;
  if (held !== count * type.bytes)
    wrong(
      Math.min(bytes.length, first + count * type.bytes),
      `${shape.join(" × ")} elements of ${type.bytes} bytes are declared, ${held} bytes follow the header`,
    );
  const little = !descr.startsWith(">");
  return {
    file,
    shape,
    length: count,
    ...(descr.endsWith("u1") ? { bytes: bytes.subarray(first) } : {}),
    at: (index) => type.read(view, first + index * type.bytes, little),
  };
}
