import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "../files/named-bytes.js";
import { MAX_BYTES } from "../files/read-bounded.js";

/** A zip archive in memory: the names of its members, and their bytes by name. */
export interface Archive {
  readonly names: readonly string[];
  /**
   * Unpacks members in the order of `names`. Throws a `DatasetError` before unpacking more than `maxBytes` in
   * all.
   */
  read(names: readonly string[]): Promise<readonly Uint8Array[]>;
}

const STORED = 0;
const DEFLATED = 8;
const inflate = promisify(inflateRaw);

/** Opens a zip archive; `what` says in errors what it should be. Throws a `DatasetError` where it is none. */
export async function openArchive(
  { file, bytes }: NamedBytes,
  { what, maxBytes = MAX_BYTES }: { readonly what: string; readonly maxBytes?: number },
): Promise<Archive> {
  const damaged = (cause: unknown): DatasetError => {
    const why = cause instanceof Error ? cause.message : String(cause);
    return new DatasetError("dataset_damaged", `${file}: no readable ${what} (${why})`, { cause });
  };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    zip = await fromBufferPromise(buffer, { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new Error(`it contains ${entry.fileName} twice`);
      entries.set(entry.fileName, entry);
    }
  } catch (cause) {
    throw damaged(cause);
  }
  const unpack = async (entry: Entry): Promise<Uint8Array> => {
    try {
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      return await unpackMember(entry, buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize));
    } catch (cause) {
      throw damaged(cause);
    }
  };
  return {
    names: [...entries.keys()],
    read: async (names) => {
      const wanted = names.flatMap((name) => entries.get(name) ?? []);
      let total = 0;
      for (const { fileName, uncompressedSize } of wanted) {
        total += uncompressedSize;
        if (total > maxBytes)
          throw new DatasetError(
            "dataset_refused",
            `${file}: ${fileName} unpacks to ${uncompressedSize} bytes; at most ${maxBytes} are read from a file`,
          );
      }
      const members: Uint8Array[] = [];
      for (const entry of wanted) members.push(await unpack(entry));
      return members;
    },
  };
}

/** A member's bytes; never unpacks more than its declared size. */
async function unpackMember(entry: Entry, packed: Uint8Array): Promise<Uint8Array> {
  const { fileName, uncompressedSize: size } = entry;
  if (entry.isEncrypted()) throw new Error(`${fileName} is encrypted`);
  if (![STORED, DEFLATED].includes(entry.compressionMethod))
    throw new Error(
      `${fileName} is compressed by method ${entry.compressionMethod}; expected stored or deflated`,
    );
  const bytes = entry.compressionMethod === STORED ? packed : await inflateTo(size, packed, fileName);
  if (bytes.length !== size) throw new Error(`${fileName} declares ${size} bytes and holds ${bytes.length}`);
  if (crc32(bytes) !== entry.crc32) throw new Error(`${fileName} does not match its checksum`);
  return bytes;
}

async function inflateTo(size: number, packed: Uint8Array, name: string): Promise<Uint8Array> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE")
      throw new Error(`${name} declares ${size} bytes and holds more`, { cause });
    throw cause;
  }
}
