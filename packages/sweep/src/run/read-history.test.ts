import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { freshFolder, session } from "../../test/run-folder.js";
import { noteLook, readLooks } from "./looks.js";
import { readHistory } from "./read-history.js";
import { readRun } from "./read-run.js";

const STUDY = "seeds: 2\nparameters: { activation: [relu, gelu] }\n";
const claim = (id: string, expectation: string): string =>
  `{ id: ${id}, compare: { activation: [gelu, relu] }, metric: test_loss, expect: ${expectation} }`;
const claims = (...all: string[]) => load(`${STUDY}claims: [${all.join(", ")}]`);

test("a claim stands since the first of the locks that hold it word for word", async () => {
  const out = freshFolder();
  const { run } = await session(
    out,
    claims(claim("a", "better"), claim("b", "better")),
    new MemoryExecutor(),
    {
      limit: 1,
    },
  );
  await session(out, claims(claim("a", "better"), claim("b", "worse")), new MemoryExecutor(), { limit: 1 });
  await session(
    out,
    claims(claim("a", "better"), claim("b", "worse"), claim("c", "lower")),
    new MemoryExecutor(),
  );
  const { claims: origins, revisions } = readHistory(await readRun(run.folder));
  expect(origins).toEqual([
    { id: "a", revision: 1 },
    { id: "b", revision: 2 },
    { id: "c", revision: 3 },
  ]);
  // The first trial ended under the first lock, another under the second, the rest under the third.
  expect(revisions.reduce((sum, [, trials]) => sum + trials, 0)).toBe(4);
  expect([...new Set(revisions.map(([revision]) => revision))].sort()).toEqual([1, 2, 3]);
  // Without the first lock nobody can tell what it held.
  rmSync(join(run.folder, "study.lock.1.yaml"));
  expect(readHistory(await readRun(run.folder)).claims[0]).toEqual({ id: "a", revision: 2 });
});

test("a trial taken over from another run ended before every claim", async () => {
  const out = freshFolder();
  await session(out, load("name: one\nseeds: 2\nparameters: { activation: [relu] }"), new MemoryExecutor());
  const { run } = await session(out, load(`name: two\n${STUDY}`), new MemoryExecutor());
  // Seed by seed, relu first, which the other run had trained.
  expect(readHistory(await readRun(run.folder)).revisions).toEqual([
    [0, 1],
    [1, 1],
    [0, 1],
    [1, 1],
  ]);
});

test("an invalid line of looks.jsonl is reported with its line number, and a torn line does not spoil later ones", async () => {
  const out = freshFolder();
  const { run } = await session(out, load(STUDY), new MemoryExecutor());
  const { folder } = run;
  const look = (n: number) => ({ at: "2026-01-01T00:00:00.000Z", command: "report", n });
  noteLook(folder, look(3));
  const damaged = '{"at":"2026-01-01T00:00:00.000Z","command":"report","n":"4"}';
  appendFileSync(join(folder, "looks.jsonl"), `${damaged}\n{"at":"2026`);
  const read = await readRun(folder);
  expect(readHistory(read).looks).toEqual([look(3)]);
  const offset = JSON.stringify(look(3)).length + 1;
  expect(read.problems).toMatchObject([
    { file: "looks.jsonl", line: 2, offset, kind: "damaged" },
    { file: "looks.jsonl", line: 3, offset: offset + damaged.length + 1, kind: "torn" },
  ]);
  const again = await session(out, load(STUDY), new MemoryExecutor());
  expect(again.run.notices.join("\n")).toMatch(/looks\.jsonl:2: this line is damaged: it is not an entry/);
  noteLook(folder, look(5));
  expect(readLooks(folder)).toEqual([look(3), look(5)]);
});

test("a look is noted once for each number of seeds, and a torn line is no look", () => {
  const folder = freshFolder();
  expect(readLooks(folder)).toEqual([]);
  const look = (n: number) => ({ at: "2026-01-01T00:00:00.000Z", command: "report", n });
  noteLook(folder, look(3));
  expect(noteLook(folder, { ...look(3), command: "check" })).toEqual([look(3)]);
  appendFileSync(join(folder, "looks.jsonl"), '{"at":"2026\n');
  expect(noteLook(folder, look(5))).toEqual([look(3), look(5)]);
  expect(readLooks(folder)).toEqual([look(3), look(5)]);
});
