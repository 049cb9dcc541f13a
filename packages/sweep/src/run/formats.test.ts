import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TrialRecord } from "@actbench/core/internal";
import { expect, test } from "vitest";
import { freshFolder } from "../../test/run-folder.js";
import { CheckpointStore } from "../halving/checkpoint-store.js";
import { JOURNAL_FORMAT } from "../journal/journal-entry.js";
import { JournalWriter } from "../journal/journal-writer.js";
import { toCsv } from "../results/to-csv.js";
import { readLockedStudy } from "./locked-study.js";
import { readRecords, specsById } from "./read-records.js";
import { readRun } from "./read-run.js";

// One folder for each format of the journal, as the version that introduced it has left it: a study with
// rungs that was broken off, with completed, diverged, pruned and paused trials. None is ever changed; a new
// format adds one.
const FIXTURES = fileURLToPath(new URL("../../test/fixtures/runs/", import.meta.url));
const VERSIONS = Array.from({ length: JOURNAL_FORMAT }, (_, i) => `journal-${i + 1}`);

const COLUMNS =
  "trial,point,seed,status,epochs_done,validation_loss,best_epoch,dead_rate_init,dead_rate,digest".split(",");

/** What came of each trial, out of results.csv: its other columns may be written in another way one day. */
function outcomes(csv: string): readonly (readonly string[])[] {
  const [head = [], ...rows] = csv
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  const places = COLUMNS.map((name) => head.indexOf(name));
  expect(places).not.toContain(-1);
  return rows.map((row) => places.map((place) => row[place] ?? ""));
}

test("there is a run of every format", () => {
  expect(readdirSync(FIXTURES).sort()).toEqual(VERSIONS);
});

test.each(VERSIONS)("a run of %s reads as its own version read it", async (version) => {
  const folder = join(FIXTURES, version);
  const { study, records, problems } = await readRun(folder);
  expect(problems).toEqual([]);
  expect(outcomes(toCsv(study, records))).toEqual(
    outcomes(readFileSync(join(folder, "results.csv"), "utf8")),
  );
  const statuses = [...records.values()].map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set(["completed", "diverged", "pruned"]));
});

test.each(VERSIONS)("a journal of %s is continued in today's format, and holds both", (version) => {
  const folder = freshFolder();
  cpSync(join(FIXTURES, version), folder, { recursive: true });
  const locked = readLockedStudy(folder);
  if (locked === undefined) throw new Error("the fixture has no lock");
  const { hash } = locked.lock;
  const options = { hash, trials: specsById(locked) };
  const before = readRecords(folder, options);
  const missing = locked.plan.find(({ id }) => !before.records.has(id))?.id ?? "";
  const writer = new JournalWriter(join(folder, "journal.jsonl"), folder, before.state);
  const record: TrialRecord = { status: "timed_out", id: missing, curve: [], after_s: 1 };
  writer.append([
    { type: "header", format: JOURNAL_FORMAT, study: hash },
    { type: "finished", revision: 1, record },
  ]);
  writer.close();
  const after = readRecords(folder, options);
  expect(after.state.problems).toEqual([]);
  expect(after.format).toBe(JOURNAL_FORMAT);
  expect([...after.records.values()]).toEqual([...before.records.values(), record]);
});

test.each(VERSIONS)(
  "the paused trials of a run of %s, whose weights lie in another order, begin again",
  (version) => {
    const folder = freshFolder();
    cpSync(join(FIXTURES, version), folder, { recursive: true });
    const paused = readdirSync(join(folder, "checkpoints")).sort();
    expect(paused.length).toBeGreaterThan(0);
    const notices: string[] = [];
    expect(new CheckpointStore(folder, new Map(), notices).ids()).toEqual([]);
    expect(notices.sort()).toEqual(
      paused.map(
        (name) =>
          `checkpoints/${name} is damaged or from an older version of actbench, and was deleted; its trial runs from the start`,
      ),
    );
  },
);
