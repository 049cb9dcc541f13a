import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TrialRecord } from "@actbench/core/internal";
import { RUN_FILES } from "../src/files/run-files.js";
import { sha256 } from "../src/files/sha256.js";
import type { JournalEntry } from "../src/journal/journal-entry.js";
import { decodeLine, encodeLine } from "../src/journal/journal-line.js";
import { formatLock, parseLock } from "../src/run/study-lock.js";

/**
 * A run's files as somebody else may have written them: whole, each checksum right, and a word of them
 * another text.
 */
export interface Forgery {
  /** The word, wherever it stands. */
  readonly word: string;
  readonly text: string;
  /** What becomes of the first record. */
  readonly record?: (record: TrialRecord) => TrialRecord;
}

/** Rewrites lock, points, journal and looks of a run's folder. */
export function forgeRun(folder: string, { word, text, record = (one) => one }: Forgery): void {
  const path = (name: keyof typeof RUN_FILES): string => join(folder, RUN_FILES[name]);
  const forged = <T>(value: T): T => replaced(value, word, text) as T;
  const points = readFileSync(path("points"), "utf8")
    .split("\n")
    .map((line) => (line === "" ? "" : JSON.stringify(forged(JSON.parse(line)))))
    .join("\n");
  writeFileSync(path("points"), points);
  const lock = parseLock(readFileSync(path("lock"), "utf8"));
  if (typeof lock !== "object") throw new Error(`${folder} holds no lock: ${lock}`);
  writeFileSync(
    path("lock"),
    formatLock(forged({ ...lock, sha256: { ...lock.sha256, points: sha256(points) } })),
  );
  const lines = readFileSync(path("journal"), "utf8").split("\n").slice(0, -1);
  writeFileSync(
    path("journal"),
    Buffer.concat(
      lines.map((line, i) => forgedLine(line, (entry) => forged(i === 1 ? edited(entry) : entry))),
    ),
  );
  appendFileSync(path("looks"), `${JSON.stringify({ at: text, command: text, n: 2 })}\n`);

  function edited(entry: JournalEntry): JournalEntry {
    return entry.type === "header" ? entry : { ...entry, record: record(entry.record) };
  }
}

function forgedLine(line: string, forge: (entry: JournalEntry) => JournalEntry): Buffer {
  const decoded = decodeLine(Buffer.from(line));
  if (!decoded.ok) throw new Error(`the journal was damaged before: ${decoded.reason}`);
  const { n, entry, curve } = decoded;
  const whole =
    entry.type === "header" ? entry : { ...entry, record: { ...entry.record, curve: curve() ?? [] } };
  return encodeLine(n, forge(whole as JournalEntry));
}

/** A value with a word replaced in each of its texts, names of fields among them. */
function replaced(value: unknown, word: string, text: string): unknown {
  if (typeof value === "string") return value.replaceAll(word, text);
  if (Array.isArray(value)) return value.map((one) => replaced(one, word, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key.replaceAll(word, text), replaced(one, word, text)]),
  );
}
