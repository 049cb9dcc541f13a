import { closeSync } from "node:fs";
import { dirname } from "node:path";
import type { RecordHead } from "@actbench/core/internal";
import { openFile } from "../files/file-kind.js";
import { fileLines } from "../files/file-lines.js";
import type { RunProblem } from "../files/run-problem.js";
import type { LinePlace } from "./curve-file.js";
import type { JournalEntry } from "./journal-entry.js";
import { decodeLine } from "./journal-line.js";

const MAX_LINE_BYTES = 256 * 1024 * 1024;

/** What a walk over a journal found besides its entries. */
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
  /** Reads the record's curve, which nothing has checked; only before the next line is read. */
  readonly curve: () => unknown;
}

/**
 * Walks a journal and hands over each whole line once, in order. Any prefix of a journal is a journal: what
 * is torn, damaged or doubled is reported with its place and left out, and so is a line of which `onLine`
 * says why it is of no use.
 */
export function readJournal(
  path: string,
  file: string,
  onLine: (line: ReadLine) => string | undefined,
): JournalState {
  const problems: RunProblem[] = [];
  const seen = new Map<number, string>();
  let next = 0;
  let damagedSince = 0;
  let keepBytes = 0;
  let unterminated = false;
  const fd = openFile(dirname(path), path);
  try {
    for (const { line, offset, bytes, ended, tooLong } of fileLines(fd, MAX_LINE_BYTES)) {
      const report = (kind: RunProblem["kind"], message: string): void => {
        problems.push({ file, line, offset, kind, message });
      };
      const decoded = tooLong
        ? ({ ok: false, reason: `it is longer than ${MAX_LINE_BYTES} bytes` } as const)
        : decodeLine(bytes);
      const isWhole = decoded.ok || decoded.isWhole === true;
      if (isWhole || ended) keepBytes = offset + bytes.length + (ended ? 1 : 0);
      unterminated = isWhole && !ended;
      if (!decoded.ok) {
        damagedSince += 1;
        if (isWhole || ended) report("damaged", damage(decoded.reason));
        else
          report("torn", `the last ${bytes.length} bytes are the start of a record that was never finished`);
        continue;
      }
      const text = identity(decoded.entry);
      const earlier = seen.get(decoded.n);
      if (earlier !== undefined) {
        report("doubled", `record ${decoded.n} is a duplicate`);
        if (earlier === text) continue;
      } else if (decoded.n > next && damagedSince === 0) {
        report("missing", `records ${next} to ${decoded.n - 1} are missing before this line; they run again`);
      }
      seen.set(decoded.n, text);
      next = Math.max(next, decoded.n + 1);
      damagedSince = 0;
      const { n, entry, curve } = decoded;
      const useless = onLine({ n, entry, place: { offset, length: bytes.length }, curve });
      if (useless !== undefined) report("damaged", damage(useless));
    }
  } finally {
    closeSync(fd);
  }
  return { problems, next, keepBytes, unterminated };
}

function damage(reason: string): string {
  return `this line is damaged: ${reason}; its trial runs again`;
}

function identity(entry: JournalEntry<RecordHead>): string {
  return entry.type === "header" ? "header" : `${entry.type} ${entry.record.id}`;
}
