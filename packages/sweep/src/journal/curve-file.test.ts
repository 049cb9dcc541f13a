import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EpochRecord, TrialRecord } from "@actbench/core";
import { expect, test } from "vitest";
import { freshFolder } from "../../test/run-folder.js";
import { CurveFile } from "./curve-file.js";
import { JournalWriter } from "./journal-writer.js";
import { readJournal } from "./read-journal.js";

const START = { next: 0, keepBytes: 0, unterminated: false };

function curve(seed: number, epochs: number): readonly EpochRecord[] {
  return Array.from({ length: epochs }, (_, epoch) => ({ epoch, step: epoch * seed, train_s: 0.5 }));
}

function recordOf(id: string, epochs: number): TrialRecord {
  return {
    status: "timed_out",
    id,
    curve: curve(id.length, epochs),
    after_s: 3,
  };
}

/** A journal of records, and what reading it hands over of each. */
function journal(records: readonly TrialRecord[]) {
  const folder = freshFolder();
  const path = join(folder, "journal.jsonl");
  const writer = new JournalWriter(path, folder, START);
  writer.append(records.map((record) => ({ type: "finished", revision: 1, record })));
  writer.close();
  const file = new CurveFile(path, folder);
  const read: TrialRecord[] = [];
  readJournal(path, "journal.jsonl", ({ entry, place }) => {
    if (entry.type !== "header") read.push(file.record(entry.record, place));
  });
  return { path, read };
}

test("a record's curve is read when it is asked for, and is part of the record in every other way", () => {
  const records = [recordOf("a", 3), recordOf("bb", 300), recordOf("ccc", 0)];
  const { read } = journal(records);
  expect(read).toEqual(records);
  expect(JSON.parse(JSON.stringify(read))).toEqual(records);
  expect(read.map((record) => ({ ...record }))).toEqual(records);
});

test("the first curves stay in memory and the last one; the others are read again", () => {
  const records = Array.from({ length: 30 }, (_, i) => recordOf("x".repeat(i + 1), 4_000));
  const { path, read } = journal(records);
  for (const [i, record] of read.entries()) expect(record.curve).toHaveLength(records[i]?.curve.length ?? -1);
  writeFileSync(path, "");
  for (const held of [0, 4, 29]) expect(read[held]?.curve).toEqual(records[held]?.curve);
  // The file is gone from under these.
  for (const gone of [10, 20]) expect(() => read[gone]?.curve).toThrow("was damaged since it was opened");
});

test("a record that was damaged since it was opened is named with its place, and never read as another", () => {
  const { path, read } = journal([recordOf("a", 2), recordOf("b", 2)]);
  const bytes = readFileSync(path);
  const line = bytes.indexOf(10) + 1;
  bytes[line + 150] = (bytes[line + 150] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect(read[0]?.curve).toHaveLength(2);
  expect(() => read[1]?.curve).toThrow(`journal.jsonl: the record at byte ${line} was damaged`);
});
