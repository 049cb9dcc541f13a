import { Buffer } from "node:buffer";
import { crc32c } from "./crc32c.js";
import { asJournalEntry, type JournalEntry } from "./journal-entry.js";

const HEAD = /^\{"n":(\d{1,15}),"bytes":(\d{1,15}),"crc32c":"([0-9a-f]{8})","entry":/;
const HEAD_BYTES = 96;
const CLOSING_BRACE = 0x7d;

/** A whole line, or why it is none. */
export type DecodedLine =
  | { readonly ok: true; readonly n: number; readonly entry: JournalEntry }
  | { readonly ok: false; readonly reason: string };

/**
 * One line with its line feed: `{"n":12,"bytes":345,"crc32c":"0a1b2c3d","entry":{…}}`.
 * `bytes` counts the entry's UTF-8 bytes; the checksum is over the number, a colon and the entry.
 */
export function encodeLine(n: number, entry: JournalEntry): Buffer {
  const body = Buffer.from(JSON.stringify(entry), "utf8");
  const head = `{"n":${n},"bytes":${body.length},"crc32c":"${checksum(n, body)}","entry":`;
  return Buffer.concat([Buffer.from(head, "latin1"), body, Buffer.from("}\n", "latin1")]);
}

/** Reads one line, given without its line feed. */
export function decodeLine(line: Buffer): DecodedLine {
  const head = HEAD.exec(line.toString("latin1", 0, HEAD_BYTES));
  if (head === null) return { ok: false, reason: "it does not begin like a record" };
  const n = Number(head[1]);
  const bytes = Number(head[2]);
  const body = line.subarray(head[0].length, head[0].length + bytes);
  if (line.length !== head[0].length + bytes + 1)
    return {
      ok: false,
      reason: `it should be ${head[0].length + bytes + 1} bytes long and is ${line.length}`,
    };
  if (line[line.length - 1] !== CLOSING_BRACE) return { ok: false, reason: "it does not end like a record" };
  const sum = checksum(n, body);
  if (sum !== head[3]) return { ok: false, reason: `its checksum is ${sum}, not ${head[3]}` };
  const entry = asJournalEntry(parse(body));
  return entry === undefined ? { ok: false, reason: "it is no record of a trial" } : { ok: true, n, entry };
}

function checksum(n: number, body: Buffer): string {
  return crc32c(body, crc32c(Buffer.from(`${n}:`, "latin1")))
    .toString(16)
    .padStart(8, "0");
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // reported by the caller as no record
    throw error;
  }
}
