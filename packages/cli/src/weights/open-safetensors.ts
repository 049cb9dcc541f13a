import type { FileHandle } from "node:fs/promises";
import { UsageError } from "../usage-error.js";
import { DECODERS, type TensorType } from "./decode-floats.js";
import { countOf, type FoundTensor, type WeightsFile } from "./weights-file.js";

/** A network of actbench has some dozens of tensors, of about 100 bytes of header each. */
const MAX_HEADER_BYTES = 16 * 2 ** 20;

interface PlacedTensor extends FoundTensor {
  /** Undefined where its numbers are no floats. */
  readonly type: TensorType | undefined;
  readonly start: number;
  readonly bytes: number;
}

interface Opened {
  readonly name: string;
  readonly size: number;
  readonly maxBytes: number;
}

/**
 * Reads the header of a `.safetensors` file; numbers are read when they are asked for. Throws a `UsageError`
 * where the header says what the file is not.
 */
export async function openSafetensors(
  file: FileHandle,
  { name, size, maxBytes }: Opened,
): Promise<WeightsFile> {
  const wrong = (what: string): UsageError =>
    new UsageError(
      `${name} is neither an .npz file nor a valid .safetensors file: ${what}`,
      "write it again, and compare its size with the original's if it was copied",
    );
  if (size < 8) throw wrong(`it has ${size} bytes`);
  const length = Number((await bytesAt(file, 0, 8)).readBigUInt64LE());
  if (length < 2 || length > size - 8)
    throw wrong(`its header would have ${length} bytes, and the file has ${size}`);
  if (length > MAX_HEADER_BYTES)
    throw wrong(`its header has ${length} bytes; at most ${MAX_HEADER_BYTES} are read`);
  const { tensors, metadata } = parsedHeader((await bytesAt(file, 8, length)).toString("utf8"), wrong);
  const first = 8 + length;
  const end = tensors.reduce((most, { start, bytes }) => Math.max(most, start + bytes), 0);
  if (first + end !== size)
    throw wrong(`its header describes ${first + end} bytes, and the file has ${size}`);
  const places = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  return {
    name,
    tensors,
    metadata,
    read: async (tensor) => {
      const place = places.get(tensor.name);
      if (place === undefined) throw wrong(`it holds no ${tensor.name}`);
      if (place.type === undefined) throw wrong(`${tensor.name} holds no floats`);
      if (place.bytes > maxBytes)
        throw wrong(`${tensor.name} has ${place.bytes} bytes; at most ${maxBytes} are read`);
      const bytes = await bytesAt(file, first + place.start, place.bytes);
      return DECODERS[place.type].decode(bytes);
    },
    close: () => file.close(),
  };
}

async function bytesAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let held = 0;
  while (held < length) {
    const { bytesRead } = await file.read(bytes, held, length - held, start + held);
    if (bytesRead === 0) throw new UsageError("the file became shorter while it was read", "read it again");
    held += bytesRead;
  }
  return bytes;
}

type Wrong = (what: string) => UsageError;

function parsedHeader(text: string, wrong: Wrong) {
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    throw wrong("its header is not JSON");
  }
  if (!isObject(header)) throw wrong("its header is not a JSON object");
  const { __metadata__, ...entries } = header;
  const metadata = isObject(__metadata__)
    ? Object.fromEntries(
        Object.entries(__metadata__).flatMap(([key, value]) =>
          typeof value === "string" ? [[key, value] as const] : [],
        ),
      )
    : {};
  return { metadata, tensors: Object.entries(entries).map(([name, entry]) => placed(name, entry, wrong)) };
}

function placed(name: string, entry: unknown, wrong: Wrong): PlacedTensor {
  const { dtype, shape, data_offsets: offsets } = isObject(entry) ? entry : {};
  const type = Object.keys(DECODERS).find((known): known is TensorType => known === dtype);
  if (!Array.isArray(shape) || !shape.every(isSize))
    throw wrong(`${name} has the shape ${JSON.stringify(shape)}`);
  const own = place(offsets, name, wrong);
  // Counters, such as BatchNorm's num_batches_tracked, are integers, which are not read.
  if (type === undefined) return { name, shape, type: undefined, ...own };
  const expected = countOf(shape) * DECODERS[type].bytes;
  if (own.bytes !== expected)
    throw wrong(
      `${name} is ${type} [${shape.join(", ")}], ${expected} bytes, and its place has ${own.bytes}`,
    );
  return { name, shape, type, ...own };
}

function place(
  offsets: unknown,
  name: string,
  wrong: Wrong,
): { readonly start: number; readonly bytes: number } {
  const [start, end] = Array.isArray(offsets) ? offsets : [];
  if (!isSize(start) || !isSize(end) || end < start)
    throw wrong(`${name} lies at ${JSON.stringify(offsets)}`);
  return { start, bytes: end - start };
}

const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** The boundary where a file's JSON gets its type. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
