import { readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "./named-bytes.js";

/** The largest file of data that is read, packed or unpacked. */
export const MAX_BYTES = 2 ** 30;

const unpack = promisify(gunzip);

/**
 * Reads a file whole and, where it is gzip, unpacks it; nothing above `maxBytes` is held. `shown` names it in errors.
 * Throws a `DatasetError` for a file that is missing, too large, or broken gzip.
 */
export async function readUnpacked(
  path: string,
  shown: string = path,
  maxBytes: number = MAX_BYTES,
): Promise<NamedBytes> {
  const bytes = await readBounded(path, shown, maxBytes);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked) return { file: shown, bytes };
  try {
    return { file: shown, bytes: await unpack(bytes, { maxOutputLength: maxBytes }) };
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    const why = cause instanceof Error ? cause.message : String(cause);
    if (code === "ERR_BUFFER_TOO_LARGE")
      throw new DatasetError(
        "dataset_refused",
        `${shown}: ${bytes.length} bytes of gzip unpack to more than ${maxBytes} bytes; a data file has at most so many`,
        { cause },
      );
    throw new DatasetError("dataset_damaged", `${shown}: the gzip data is damaged or cut short (${why})`, {
      cause,
    });
  }
}

async function readBounded(path: string, shown: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes)
      throw new DatasetError(
        "dataset_refused",
        `${shown}: ${size} bytes; a data file has at most ${maxBytes}`,
      );
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof DatasetError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatasetError("dataset_missing", `${shown}: cannot be read (${why})`, { cause });
  }
}
