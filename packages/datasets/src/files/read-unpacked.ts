import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "./named-bytes.js";
import { MAX_BYTES, readBounded } from "./read-bounded.js";

const unpack = promisify(gunzip);

/**
 * Reads a file whole and, where it is gzip, unpacks it; nothing above `maxBytes` is held. `shown` names it in
 * errors. Throws a `DatasetError` for what is no file, is missing, too large, or broken gzip.
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
        `${shown}: ${bytes.length} bytes of gzip unpack to more than ${maxBytes} bytes; the limit for a data file`,
        { cause },
      );
    throw new DatasetError("dataset_damaged", `${shown}: the gzip data is damaged or cut short (${why})`, {
      cause,
    });
  }
}
