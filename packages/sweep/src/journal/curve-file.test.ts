import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PointSpec, stepsPerEpoch, type TrialRecord } from "@actbench/core/internal";
import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { freshFolder } from "../../test/run-folder.js";
import type { RunProblem } from "../files/run-problem.js";
import { CurveFile } from "./curve-file.js";
import { JournalWriter } from "./journal-writer.js";
import { readJournal } from "./read-journal.js";

const START = { next: 0, keepBytes: 0, unterminated: false };

const [point] = load(
  "measure: { dead_units: false, train: 100 }\ntrain: { epochs: 10000 }\nparameters: { activation: [relu] }\n",
).points;
if (point === undefined) throw new Error("the sweep has no point");
const { dataset, ...rest } = point.spec;
const spec: PointSpec = { ...rest, dataset: { ...dataset, validation: 0, test: 0 } };

function recordOf(id: string, epochs: number): TrialRecord {
  const curve = Array.from({ length: epochs }, (_, epoch) => ({
    epoch,
    step: epoch * stepsPerEpoch(spec),
    train: { loss: id.length, accuracy: 0.5 },
    train_s: 0.5,
  }));
  return { status: "timed_out", id, curve, after_s: 3 };
}

/** A journal of records, and what reading it hands over of each. */
function journal(records: readonly TrialRecord[]) {
  const folder = freshFolder();
  const path = join(folder, "journal.jsonl");
  const writer = new JournalWriter(path, folder, START);
  writer.append(records.map((record) => ({ type: "finished", revision: 1, record })));
  writer.close();
  const problems: RunProblem[] = [];
  const file = new CurveFile({ path, folder, onProblem: (problem) => problems.push(problem) });
  const read: TrialRecord[] = [];
  readJournal(path, "journal.jsonl", ({ entry, place }) => {
    if (entry.type === "header") return undefined;
    read.push(file.record(entry.record, place, spec));
    return undefined;
  });
  return { path, file, read, problems };
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
  for (const gone of [8, 12]) expect(() => read[gone]?.curve).toThrow("was damaged since it was opened");
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

test("a curve that turns out to be none when it is read is reported once, with its place, and the others are used", () => {
  const [sound, other] = [recordOf("a", 3), recordOf("bb", 3)];
  const forged = {
    ...recordOf("ccc", 3),
    curve: [{ ...other.curve[0], step: "0" }],
  } as unknown as TrialRecord;
  const { path, read, problems } = journal([sound, forged, other]);
  const [first, second, third] = read;
  expect([second?.curve, second?.curve]).toEqual([[], []]);
  expect([first?.curve, third?.curve]).toEqual([sound.curve, other.curve]);
  const offset = readFileSync(path).indexOf(10) + 1;
  const message =
    'this line is damaged: it is complete, but not a record of its trial: curve[0].step: expected a whole number ≥ 0, found "0"; its trial is shown without a curve';
  expect(problems).toEqual([{ file: "journal.jsonl", line: 2, offset, kind: "damaged", message, id: "ccc" }]);
});

test("the ends of a curve are the first and the last epoch, which alone are read and checked", () => {
  const sound = recordOf("a", 4);
  const [first, second, , last] = sound.curve;
  const forged = {
    ...recordOf("bb", 4),
    curve: [first, { ...second, step: "1" }, last],
  } as unknown as TrialRecord;
  const later = { ...recordOf("ccc", 4), curve: [first, { ...last, step: 1 }] } as unknown as TrialRecord;
  const { file, read, problems } = journal([sound, recordOf("d", 300), forged, later]);
  const ends = (i: number) => {
    const record = read[i];
    return record && file.withEnds(record);
  };
  expect(ends(0)).toEqual({ ...sound, curve: [first, last] });
  expect(ends(1)?.curve.map(({ epoch }) => epoch)).toEqual([0, 299]);
  expect(ends(2)?.curve).toEqual([first, last]);
  expect(problems).toEqual([]);
  // What a page shows is checked: whoever asks for this curve learns that it is none.
  expect(ends(3)?.curve).toEqual([]);
  expect(problems.map(({ id }) => id)).toEqual(["ccc"]);
});

test("a record stays as it is where its whole curve was read, has one epoch or none, or has gradients", () => {
  const short = [recordOf("a", 0), recordOf("b", 1), recordOf("c", 5)];
  const gradients = [{ step: 1, layers: [{ gradient_norm: 1, weight_norm: 1 }] }];
  const measured = recordOf("d", 5);
  const curve = measured.curve.map((epoch, i) => (i === 2 ? { ...epoch, gradients } : epoch));
  const { file, read } = journal([...short, { ...measured, curve }]);
  expect(read[2]?.curve).toHaveLength(5);
  for (const record of read) expect(file.withEnds(record)).toBe(record);
  const other = recordOf("of no file", 3);
  expect(file.withEnds(other)).toBe(other);
});
