import { constants, type Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import { DatasetError } from "../dataset-error.js";
import { kindOfFile } from "./kind-of-file.js";

/** The largest file of data that is read, packed or unpacked. */
export const MAX_BYTES = 2 ** 30;

// Between the check and the opening a pipe may take the file's place: opening it must not wait for a writer.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a regular file of at most `maxBytes` whole. What it is and how large is checked before anything is
 * read: a pipe or a device may have no end. `shown` names it in errors. Throws a `DatasetError`.
 */
export async function readBounded(
  path: string,
  shown: string = path,
  maxBytes: number = MAX_BYTES,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    check(await stat(path), shown, maxBytes);
    const file = await open(path, FLAGS);
    try {
      const stats = await file.stat();
      check(stats, shown, maxBytes);
      // Of their own, not of a pool: views of floats begin at a multiple of 8.
      const bytes = new Uint8Array(stats.size);
      let held = 0;
      while (held < bytes.length) {
        const { bytesRead } = await file.read(bytes, held, bytes.length - held);
        if (bytesRead === 0) break;
        held += bytesRead;
      }
      const { bytesRead: more } = await file.read(new Uint8Array(1), 0, 1);
      if (held < bytes.length || more > 0)
        throw new DatasetError(
          "dataset_damaged",
          `${shown}: its size changed from ${bytes.length} bytes while it was read; read it again when no process writes to it`,
        );
      return bytes;
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof DatasetError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DatasetError("dataset_missing", `${shown}: cannot be read (${why})`, { cause });
  }
}

function check(stats: Stats, shown: string, maxBytes: number): void {
  if (!stats.isFile())
    throw new DatasetError(
      "dataset_refused",
      `${shown}: it is ${kindOfFile(stats)}; data can only be read from a regular file`,
    );
  if (stats.size > maxBytes)
    throw new DatasetError(
      "dataset_refused",
      `${shown}: ${stats.size} bytes; a data file has at most ${maxBytes}`,
    );
}
