import { Buffer } from "node:buffer";
import { type Shard, shardName } from "../plan/shard.js";

const MAX_LENGTH = 80;
/** File systems take 255 bytes; the hash, the shard and what is being written need some. */
const MAX_FOLDER_BYTES = 180;

/** A study's name: as given, else the sweep file's name without folders and ending. */
export function studyName(given: string | undefined, file: string): string {
  const base = file.split(/[/\\]/).at(-1) ?? "";
  const plain = base
    .replace(/\.(ya?ml|json)$/i, "")
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ")
    .trim();
  return given ?? (plain.slice(0, MAX_LENGTH) || "sweep");
}

/**
 * The name of a run's folder, `<name>-<hash8>`, and of a shard's, `<name>-<hash8>-shard-2-of-4`. A name gives
 * letters, digits, dots, dashes; never a path, a dot file or a device.
 */
export function folderName(name: string, hash: string, shard?: Shard): string {
  const safe = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|-+$/g, "");
  const part = shard === undefined ? "" : `-${shardName(shard)}`;
  return `${shortened(Array.from(safe).slice(0, 60)) || "sweep"}-${hash.slice(0, 8)}${part}`;
}

/** As many of the signs as fit. */
function shortened(signs: readonly string[]): string {
  let bytes = 0;
  const kept = signs.filter((sign) => {
    bytes += Buffer.byteLength(sign);
    return bytes <= MAX_FOLDER_BYTES;
  });
  return kept.join("");
}
