import { isUtf8 } from "node:buffer";
import type { Encoding } from "@actbench/core/internal";
import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "../files/named-bytes.js";
import { invalidUtf8 } from "./invalid-utf8.js";
import { keyText } from "./key-text.js";

const MARKS = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
] as const;

/** What windows-1252 has at 0x80 to 0x9f, where ISO 8859-1 has control characters; a space: nothing. */
const WINDOWS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
const CHUNK_BYTES = 2 ** 24;

/**
 * A file's text as UTF-8 without a byte order mark, from the encoding that is given, else its mark's, else
 * UTF-8. Throws a `DatasetError` with byte, row and a cure for what is not text in it: nothing is replaced.
 */
export function toUtf8({ bytes, file }: NamedBytes, encoding?: Encoding): Uint8Array {
  const mark = MARKS.find((one) => one.bytes.every((byte, i) => bytes[i] === byte));
  const wrong = (what: string): never => {
    throw new DatasetError("dataset_damaged", `${file}: ${what}`);
  };
  if (mark !== undefined && encoding !== undefined && !fits(mark.encoding, encoding))
    wrong(
      `it begins with the byte order mark of ${mark.encoding}, but encoding is ${encoding}; leave encoding out, or write ${keyText("encoding", mark.encoding)}`,
    );
  if (mark === undefined && encoding === "utf-16")
    wrong(
      `it has no byte order mark, which utf-16 needs; write ${keyText("encoding", "utf-16le")} or ${keyText("encoding", "utf-16be")}`,
    );
  const first = mark?.bytes.length ?? 0;
  const read = mark?.encoding ?? encoding ?? "utf-8";
  const place = (at: number): string => `byte ${at} (row ${rowOf(bytes, at, read)})`;
  const text = bytes.subarray(first);
  const bad = firstBad(text, read);
  if (bad !== undefined) wrong(`${place(bad + first)}: ${whyBad(text, bad, read)}`);
  const nul = text.indexOf(0);
  if (nul >= 0 && !read.startsWith("utf-16")) wrong(`${place(nul + first)}: ${nulText(text)}`);
  return decoded(text, read);
}

function fits(marked: string, said: Encoding): boolean {
  return marked === said || (said === "utf-16" && marked.startsWith("utf-16"));
}

/** The line on which a byte stands, from 1. */
function rowOf(bytes: Uint8Array, at: number, encoding: Encoding): number {
  const step = encoding.startsWith("utf-16") ? 2 : 1;
  const unit = (i: number): number =>
    step === 1
      ? (bytes[i] ?? 0)
      : encoding === "utf-16be"
        ? ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0)
        : (bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8);
  let row = 1;
  for (let i = 0; i < at; i += step) if (unit(i) === 10 || (unit(i) === 13 && unit(i + step) !== 10)) row++;
  return row;
}

/** Where bytes begin that the encoding has no character for. */
function firstBad(bytes: Uint8Array, encoding: Encoding): number | undefined {
  switch (encoding) {
    case "utf-8":
      return isUtf8(bytes) ? undefined : invalidUtf8(bytes);
    case "latin1":
      return undefined;
    case "windows-1252": {
      const at = bytes.findIndex((byte) => byte >= 0x80 && byte < 0xa0 && WINDOWS[byte - 0x80] === " ");
      return at < 0 ? undefined : at;
    }
    case "utf-16":
    case "utf-16le":
    case "utf-16be":
      return loneSurrogate(bytes, encoding === "utf-16be");
    default:
      return encoding satisfies never;
  }
}

function loneSurrogate(bytes: Uint8Array, isBig: boolean): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - (bytes.length % 2);
  for (let at = 0; at < end; at += 2) {
    const unit = view.getUint16(at, !isBig);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = at + 2 < end ? view.getUint16(at + 2, !isBig) : 0;
    if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) return at;
    at += 2;
  }
  return end < bytes.length ? end : undefined;
}

function whyBad(bytes: Uint8Array, at: number, encoding: Encoding): string {
  const shown = `0x${(bytes[at] ?? 0).toString(16).padStart(2, "0")}`;
  if (encoding.startsWith("utf-16"))
    return `${at === bytes.length - 1 ? "the last character is cut" : "half a surrogate pair"} in ${encoding}; save the file again as UTF-8`;
  if (encoding === "windows-1252")
    return `${shown} is not a character of windows-1252; write ${keyText("encoding", "latin1")}, or save the file as UTF-8`;
  const cell = cellAround(bytes, at);
  const other = firstBad(cell, "windows-1252") === undefined ? "windows-1252" : "latin1";
  const reading = JSON.stringify(Buffer.from(decoded(cell, other)).toString("utf8"));
  return `${shown} is not UTF-8; write ${keyText("encoding", other)}, which reads it as ${reading}, or save the file as UTF-8`;
}

const MAX_SHOWN = 20;

/** The bytes of the cell around one, as far as plain separators and quotes show it. */
function cellAround(bytes: Uint8Array, at: number): Uint8Array {
  const ends = (byte: number | undefined): boolean =>
    byte === undefined || /[,;|"\t\r\n]/.test(String.fromCharCode(byte));
  let from = at;
  while (!ends(bytes[from - 1]) && at - from < MAX_SHOWN) from--;
  let to = at + 1;
  while (!ends(bytes[to]) && to - at < MAX_SHOWN) to++;
  return bytes.subarray(from, to);
}

function nulText(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 1000);
  const odd = sample.filter((byte, i) => byte === 0 && i % 2 === 1).length;
  const even = sample.filter((byte, i) => byte === 0 && i % 2 === 0).length;
  const looks = odd > sample.length / 4 ? "utf-16le" : even > sample.length / 4 ? "utf-16be" : undefined;
  return looks === undefined
    ? "a NUL, which text cannot contain: this file is of another kind, or damaged"
    : `a NUL, which text cannot contain: every second byte is one, as in UTF-16; write ${keyText("encoding", looks)}`;
}

function decoded(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === "utf-8") return bytes;
  const isWide = encoding.startsWith("utf-16");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const source = encoding === "utf-16be" ? Buffer.from(buffer).swap16() : buffer;
  const parts: Buffer[] = [];
  for (let from = 0; from < source.length; ) {
    let to = Math.min(source.length, from + CHUNK_BYTES);
    // A pair of surrogates is not parted.
    if (isWide && to < source.length && ((source[to + 1] ?? 0) & 0xfc) === 0xdc) to += 2;
    const text = source.toString(isWide ? "utf16le" : "latin1", from, to);
    parts.push(Buffer.from(encoding === "windows-1252" ? fromWindows(text) : text));
    from = to;
  }
  return Buffer.concat(parts);
}

function fromWindows(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (character) => WINDOWS[character.charCodeAt(0) - 0x80] ?? "");
}
