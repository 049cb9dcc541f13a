import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EpochRecord, TrialRecord } from "@actbench/core/internal";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fuzz } from "../../test/fuzz.js";
import { freshFolder } from "../../test/run-folder.js";
import type { JournalEntry } from "./journal-entry.js";
import { encodeLine } from "./journal-line.js";
import { JournalWriter } from "./journal-writer.js";
import { readJournal } from "./read-journal.js";

const record = (id: string, text = "ü☃\n\"'\u2028"): TrialRecord => ({
  status: "failed",
  id,
  curve: [],
  error: { code: "x", message: text },
});
const header: JournalEntry = { type: "header", format: 1, study: "s" };
const finished = (id: string, text?: string): JournalEntry => ({
  type: "finished",
  revision: 1,
  record: record(id, text),
  summary: {},
});
const START = { next: 0, keepBytes: 0, unterminated: false };

function read(path: string) {
  const entries: JournalEntry[] = [];
  const state = existsSync(path)
    ? readJournal(path, "journal.jsonl", ({ entry, curve }) => {
        const whole = () => curve() as readonly EpochRecord[];
        entries.push(
          entry.type === "header" ? entry : { ...entry, record: { ...entry.record, curve: whole() } },
        );
        return undefined;
      })
    : { problems: [], ...START };
  return { entries, state };
}

function write(path: string, ...entries: readonly JournalEntry[]): void {
  const writer = new JournalWriter(path, "run", read(path).state);
  writer.append(entries);
  writer.close();
}

test("what is written comes back, and each line is JSON of its own", () => {
  const path = join(freshFolder(), "journal.jsonl");
  const entries = [header, finished("a"), finished("b", "x".repeat(3_000_000)), finished("c")];
  write(path, ...entries);
  const { entries: back, state } = read(path);
  expect(back).toEqual(entries);
  expect(state).toMatchObject({ problems: [], next: 4, unterminated: false });
  const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
  expect(lines.map((line) => JSON.parse(line).n)).toEqual([0, 1, 2, 3]);
});

test("every byte prefix loads its whole records, and goes on from there", () => {
  const folder = freshFolder();
  const path = join(folder, "journal.jsonl");
  const entries = [header, finished("a"), finished("b"), finished("c")];
  write(path, ...entries);
  const whole = readFileSync(path);
  const ends = entries.map(
    (_, i) => Buffer.concat(entries.slice(0, i + 1).map((entry, n) => encodeLine(n, entry))).length,
  );
  for (let bytes = 0; bytes <= whole.length; bytes++) {
    writeFileSync(path, whole.subarray(0, bytes));
    // A record that lacks only its line feed is whole.
    const held = ends.filter((end) => end - 1 <= bytes).length;
    const { entries: back, state } = read(path);
    expect(back).toEqual(entries.slice(0, held));
    const isTorn = bytes > (ends[held - 1] ?? 0);
    expect(state.problems.map(({ kind }) => kind)).toEqual(isTorn ? ["torn"] : []);
    write(path, ...entries.slice(held));
    expect(readFileSync(path).equals(whole)).toBe(true);
  }
});

test("a changed byte anywhere costs at most the record it is in, and is reported with its place", async () => {
  const path = join(freshFolder(), "journal.jsonl");
  const entries = [header, finished("a"), finished("b"), finished("c")];
  write(path, ...entries);
  const whole = readFileSync(path);
  await fuzz(
    fc.property(fc.nat(whole.length - 2), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ flip;
      writeFileSync(path, bytes);
      const { entries: back, state } = read(path);
      const line = whole.subarray(0, at).toString("latin1").split("\n").length - 1;
      const isLineFeed = whole[at] === 10;
      const lost = isLineFeed ? [line, line + 1] : [line];
      expect(back).toEqual(entries.filter((_, i) => !lost.includes(i)));
      expect(state.problems[0]).toMatchObject({ file: "journal.jsonl", line: line + 1 });
      expect(state.next).toBeGreaterThanOrEqual(lost.includes(3) ? 3 - (lost.length - 1) : 4);
    }),
    { runs: 100 },
  );
});

test("a torn middle line, a NUL tail, a doubled line and a lost line are distinguished", () => {
  const path = join(freshFolder(), "journal.jsonl");
  const [a, b, c] = [
    encodeLine(1, finished("a")),
    encodeLine(2, finished("b")),
    encodeLine(3, finished("c")),
  ];
  const start = encodeLine(0, header);
  const kinds = (...parts: readonly Buffer[]) => {
    writeFileSync(path, Buffer.concat(parts));
    const { entries, state } = read(path);
    return [entries.length - 1, ...state.problems.map(({ kind, line }) => `${kind} ${line}`)];
  };
  expect(kinds(start, a, b.subarray(0, 40), c)).toEqual([1, "damaged 3"]);
  expect(kinds(start, a, b.subarray(0, 40), Buffer.from("\n"), c)).toEqual([2, "damaged 3"]);
  expect(kinds(start, a, Buffer.alloc(500))).toEqual([1, "torn 3"]);
  expect(kinds(start, a, Buffer.alloc(9), Buffer.from("\n"), c)).toEqual([2, "damaged 3"]);
  expect(kinds(start, a, b, b, c)).toEqual([3, "doubled 4"]);
  expect(kinds(start, a, c)).toEqual([2, "missing 3"]);
  expect(kinds(start, a, encodeLine(1, finished("z")), b)).toEqual([3, "doubled 3"]);
});

test("records go on behind damage in the middle, and a tail that was torn is cut off first", () => {
  const path = join(freshFolder(), "journal.jsonl");
  write(path, header, finished("a"), finished("b"));
  const size = readFileSync(path).length;
  appendFileSync(path, '{"n":3,"bytes":99');
  write(path, finished("c"));
  expect(readFileSync(path).length).toBeGreaterThan(size);
  expect(read(path)).toMatchObject({
    entries: [header, finished("a"), finished("b"), finished("c")],
    state: { problems: [] },
  });
});

test("a writer refuses to write where something else has written, or the file is gone", async () => {
  const folder = freshFolder();
  const path = join(folder, "journal.jsonl");
  const writer = new JournalWriter(path, folder, START);
  writer.append([header]);
  appendFileSync(path, "someone else\n");
  expect(() => writer.append([finished("a")])).toThrow("something else wrote to it");
  truncateSync(path, 0);
  writer.close();
  const other = new JournalWriter(path, folder, START);
  (await import("node:fs")).rmSync(path);
  expect(() => other.append([header])).toThrow("deleted while running");
  other.close();
});

/** A writer whose syncs end when the test says so. */
function heldWriter() {
  const folder = freshFolder();
  const path = join(folder, "journal.jsonl");
  /** Per sync begun: the lines there were, and how to end it. */
  const syncs: { readonly lines: number; readonly end: (error?: Error) => void }[] = [];
  const datasync = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const lines = readFileSync(path, "utf8").split("\n").length - 1;
      syncs.push({ lines, end: (error) => (error === undefined ? resolve() : reject(error)) });
    });
  return { syncs, writer: new JournalWriter(path, folder, { ...START, datasync }) };
}

/** All that is ready to go on has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("commits that meet a busy disk share the sync after it, and none is done before a sync that began behind it", async () => {
  const { syncs, writer } = heldWriter();
  const done: string[] = [];
  const commit = (id: string): Promise<void> => writer.commit([finished(id)]).then(() => void done.push(id));
  const commits = [commit("a")];
  await settled();
  commits.push(commit("b"), commit("c"));
  await settled();
  expect(syncs.map(({ lines }) => lines)).toEqual([1]);
  expect(done).toEqual([]);
  syncs[0]?.end();
  await settled();
  expect(done).toEqual(["a"]);
  expect(syncs.map(({ lines }) => lines)).toEqual([1, 3]);
  commits.push(commit("d"));
  syncs[1]?.end();
  await settled();
  expect(done).toEqual(["a", "b", "c"]);
  expect(syncs.map(({ lines }) => lines)).toEqual([1, 3, 4]);
  syncs[2]?.end();
  await Promise.all(commits);
  expect(done).toEqual(["a", "b", "c", "d"]);
  writer.close();
});

test("after a sync that failed nothing counts as written", async () => {
  const { syncs, writer } = heldWriter();
  const first = writer.commit([finished("a")]);
  await settled();
  const second = writer.commit([finished("b")]);
  const both = Promise.allSettled([first, second]);
  syncs[0]?.end(new Error("EIO"));
  for (const result of await both)
    expect(result).toMatchObject({ status: "rejected", reason: { code: "run_write" } });
  await expect(writer.commit([finished("c")])).rejects.toThrow("cannot write to its journal: EIO");
  expect(syncs).toHaveLength(1);
  writer.close();
});
