import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "./named-bytes.js";
import { readBounded } from "./read-bounded.js";
import { sha256Of } from "./sha256-of.js";

/** A file that must be there and hold exactly the bytes of `sha256`. */
export interface PinnedFile {
  readonly path: string;
  readonly sha256: string;
  /** How to get it again, for the error: a sentence without its full stop. */
  readonly cure: string;
}

/** Reads a file whole and checks its SHA-256; throws a `DatasetError` when it is not there or not itself. */
export async function readVerified({ path, sha256, cure }: PinnedFile): Promise<NamedBytes> {
  let bytes: Uint8Array;
  try {
    bytes = await readBounded(path);
  } catch (cause) {
    if (!(cause instanceof DatasetError)) throw cause;
    throw new DatasetError(cause.code, `${cause.message}; ${cure}`, { cause });
  }
  const found = sha256Of(bytes);
  if (found !== sha256)
    throw new DatasetError(
      "dataset_damaged",
      `${path}: SHA-256 is ${found}, expected ${sha256} (${bytes.length} bytes held); ${cure}`,
    );
  return { file: path, bytes };
}
