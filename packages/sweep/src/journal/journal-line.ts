import { Buffer } from "node:buffer";
import { type RecordHead, ShapeError, type TrialRecord } from "@actbench/core/internal";
import { crc32c } from "../files/crc32c.js";
import { summarizeCurve } from "../results/curve-summary.js";
import { decodeCurve, encodeCurve } from "./curve-text.js";
import { type JournalEntry, journalEntryShape } from "./journal-entry.js";

const HEAD =
  /^\{"n":(\d{1,15}),"bytes":(\d{1,15})(?:,"curve_bytes":(\d{1,15}))?,"crc32c":"([0-9a-f]{8})","entry":/;
const HEAD_BYTES = 128;
const CURVE = Buffer.from(',"curve":', "latin1");
const CLOSING_BRACE = 0x7d;

/** A whole line, or why it is none. */
export type DecodedLine =
  | {
      readonly ok: true;
      readonly n: number;
      readonly entry: JournalEntry<RecordHead>;
      /**
       * Reads the curve, which nothing has checked; undefined where there is none. Only while the line's
       * bytes are there.
       */
      readonly curve: () => unknown;
    }
  | Undecoded;

/** Why a line is none. */
interface Undecoded {
  readonly ok: false;
  readonly reason: string;
  /** Its bytes are those that were written, and mean nothing. */
  readonly isWhole?: true;
}

/**
 * One line with its line feed:
 * `{"n":12,"bytes":345,"curve_bytes":678,"crc32c":"0a1b2c3d","entry":{…},"curve":…}`. `bytes` and
 * `curve_bytes` count UTF-8 bytes, so that a reader finds the end of the entry without reading the curve; the
 * checksum is over the number, a colon, the entry and the curve. A header has no curve.
 */
export function encodeLine(n: number, entry: JournalEntry): Buffer {
  if (entry.type === "header") {
    const body = utf8(JSON.stringify(entry));
    return Buffer.concat([
      latin1(`{"n":${n},"bytes":${body.length},"crc32c":"${checksum(n, body)}","entry":`),
      body,
      latin1("}\n"),
    ]);
  }
  const { curve, ...record } = entry.record;
  const body = JSON.stringify({ ...entry, record, summary: summarizeCurve(curve) });
  return composeLine(n, utf8(body), utf8(encodeCurve(curve)));
}

/**
 * The line of a record out of its parts: the entry without the curve as JSON, and the curve as `encodeCurve`
 * writes it.
 */
export function composeLine(n: number, body: Buffer, tail: Buffer): Buffer {
  const sum = checksum(n, body, tail);
  return Buffer.concat([
    latin1(`{"n":${n},"bytes":${body.length},"curve_bytes":${tail.length},"crc32c":"${sum}","entry":`),
    body,
    CURVE,
    tail,
    latin1("}\n"),
  ]);
}

/** Reads one line, given without its line feed. */
export function decodeLine(line: Buffer): DecodedLine {
  const parts = partsOf(line);
  if (typeof parts === "string") return { ok: false, reason: parts };
  const { n, body, tail } = parts;
  const entry = entryOf(body);
  if (typeof entry === "string") return { ok: false, reason: entry, isWhole: true };
  if (entry.type === "header") return { ok: true, n, entry, curve: () => undefined };
  if (tail !== undefined) return { ok: true, n, entry, curve: () => decodeCurve(tail.toString("utf8")) };
  return withoutCurve(n, entry);
}

/** The text of the curve alone of a line that was read before. */
export function curveTextOf(line: Buffer): { readonly ok: true; readonly text: string } | Undecoded {
  const parts = partsOf(line);
  if (typeof parts === "string") return { ok: false, reason: parts };
  if (parts.tail !== undefined) return { ok: true, text: parts.tail.toString("utf8") };
  const old = decodeLine(line);
  return old.ok ? { ok: true, text: JSON.stringify(old.curve() ?? null) } : old;
}

interface Parts {
  readonly n: number;
  readonly body: Buffer;
  /** Absent from a header, and from lines of format 1. */
  readonly tail?: Buffer;
}

/** A line taken apart, or why it is none. */
function partsOf(line: Buffer): Parts | string {
  const head = HEAD.exec(line.toString("latin1", 0, HEAD_BYTES));
  if (head === null) return "it does not begin like a record";
  const n = Number(head[1]);
  const middle = head[0].length + Number(head[2]);
  const hasCurve = head[3] !== undefined;
  const start = hasCurve ? middle + CURVE.length : middle;
  const end = start + Number(head[3] ?? 0);
  if (line.length !== end + 1) return `it should be ${end + 1} bytes long and is ${line.length}`;
  if (line[end] !== CLOSING_BRACE || (hasCurve && CURVE.compare(line, middle, start) !== 0))
    return "its parts are not where they should be";
  const body = line.subarray(head[0].length, middle);
  const tail = line.subarray(start, end);
  const sum = checksum(n, body, tail);
  if (sum !== head[4]) return `its checksum is ${sum}, not ${head[4]}`;
  return { n, body, ...(hasCurve && { tail }) };
}

/** A line of format 1, whose record holds its curve. */
function withoutCurve(n: number, entry: Exclude<JournalEntry<RecordHead>, { type: "header" }>): DecodedLine {
  const { curve, ...record } = entry.record as TrialRecord;
  return { ok: true, n, entry: { ...entry, record }, curve: () => curve };
}

function checksum(n: number, body: Buffer, tail?: Buffer): string {
  const sum = crc32c(body, crc32c(latin1(`${n}:`)));
  return (tail === undefined ? sum : crc32c(tail, sum)).toString(16).padStart(8, "0");
}

/** What a whole line says, or why it says nothing. */
function entryOf(body: Buffer): JournalEntry<RecordHead> | string {
  try {
    return journalEntryShape(JSON.parse(body.toString("utf8")));
  } catch (error) {
    if (error instanceof SyntaxError) return "it is complete, but not JSON";
    if (error instanceof ShapeError) return notOurs(error);
    throw error;
  }
}

/** Why a line whose checksum is right is none of ours. */
export function notOurs({ message }: ShapeError): string {
  return `it is complete, but not a record of its trial: ${message}`;
}

function latin1(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

function utf8(text: string): Buffer {
  return Buffer.from(text, "utf8");
}
