import { closeSync, openSync } from "node:fs";
import type { EpochRecord } from "@actbench/core";
import type { RunProblem } from "../run/run-problem.js";
import type { LinePlace } from "./curve-file.js";
import { fileLines } from "./file-lines.js";
import type { JournalEntry, RecordHead } from "./journal-entry.js";
import { decodeLine } from "./journal-line.js";

const MAX_LINE_BYTES = 256 * 1024 * 1024;

/** What a walk over a journal found beside its entries. */
export interface JournalState {
  readonly problems: readonly RunProblem[];
  /** The number for the next record. */
  readonly next: number;
  /** Bytes up to the end of the last line that is whole or is followed by a line feed. */
  readonly keepBytes: number;
  /** Whether the kept bytes lack their last line feed. */
  readonly unterminated: boolean;
}

/** A whole line of a journal. */
export interface ReadLine {
  readonly n: number;
  readonly entry: JournalEntry<RecordHead>;
  readonly place: LinePlace;
  /** Reads the record's curve; only before the next line is read. */
  readonly curve: () => readonly EpochRecord[] | undefined;
}

/**
 * Walks a journal and hands over each whole line once, in order. Any prefix of a journal is a journal:
 * what is torn, damaged or doubled is reported with its place and left out.
 */
export function readJournal(path: string, file: string, onLine: (line: ReadLine) => void): JournalState {
  const problems: RunProblem[] = [];
  const seen = new Map<number, string>();
  let next = 0;
  let damagedSince = 0;
  let keepBytes = 0;
  let unterminated = false;
  const fd = openSync(path, "r");
  try {
    for (const { line, offset, bytes, ended, tooLong } of fileLines(fd, MAX_LINE_BYTES)) {
      const report = (kind: RunProblem["kind"], message: string): void => {
        problems.push({ file, line, offset, kind, message });
      };
      const decoded = tooLong
        ? ({ ok: false, reason: `it is longer than ${MAX_LINE_BYTES} bytes` } as const)
        : decodeLine(bytes);
      if (!decoded.ok) {
        damagedSince += 1;
        if (ended) report("damaged", `this line is damaged: ${decoded.reason}; what it held runs again`);
        else
          report("torn", `the last ${bytes.length} bytes are the start of a record that was never finished`);
        if (ended) keepBytes = offset + bytes.length + 1;
        continue;
      }
      keepBytes = offset + bytes.length + (ended ? 1 : 0);
      unterminated = !ended;
      const text = identity(decoded.entry);
      const earlier = seen.get(decoded.n);
      if (earlier !== undefined) {
        report("doubled", `record ${decoded.n} was there before`);
        if (earlier === text) continue;
      } else if (decoded.n > next && damagedSince === 0) {
        report("missing", `records ${next} to ${decoded.n - 1} are missing before this line; they run again`);
      }
      seen.set(decoded.n, text);
      next = Math.max(next, decoded.n + 1);
      damagedSince = 0;
      const { n, entry, curve } = decoded;
      onLine({ n, entry, place: { offset, length: bytes.length }, curve });
    }
  } finally {
    closeSync(fd);
  }
  return { problems, next, keepBytes, unterminated };
}

function identity(entry: JournalEntry<RecordHead>): string {
  return entry.type === "header" ? "header" : `${entry.type} ${entry.record.id}`;
}
