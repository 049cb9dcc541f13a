import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { loadStudy, run } from "../packages/cli/src/index.js";
import { finalistsTable } from "../packages/report/src/index.js";
import { compactRecords, restoredRecords } from "../scripts/studies/compact-records.mjs";
import { league } from "../scripts/studies/league/league.mjs";
import { savedRun } from "../scripts/studies/load.mjs";
import { placedRecords, studyHead } from "../scripts/studies/study-head.mjs";
import { ROOT } from "./actbench.js";

const TEXT = `version: 1
name: small-league
dataset: { name: two_moons, train: 192, validation: 96, test: 400 }
model: { hidden: [8] }
train: { epochs: 2 }
early_terminate: { min_iter: 1, eta: 2, within: [activation, dataset.name] }
parameters:
  dataset.name: [two_moons, circles]
  activation: [relu, tanh, exponential]
  train.lr: [0.1, 1, 1000000]
seeds: { count: 1, confirm: 3 }
baseline: { activation: relu }
claims:
  - { id: a, compare: { activation: [tanh, relu] }, metric: validation_accuracy, at: best, expect: better }
`;

it("a league's page is made from a few numbers a trial, and says what the whole run says", async () => {
  const out = mkdtempSync(join(tmpdir(), "actbench league "));
  onTestFinished(() => rmSync(out, { recursive: true }));
  const study = await loadStudy("small-league.yaml", { text: TEXT, cwd: ROOT });
  const done = await run(study, { out });
  const about = {
    name: "small-league",
    path: "small-league.yaml",
    text: TEXT,
    question: "Which is best?",
    source: "a test",
    method: "by halving",
    sentences: new Map([["a", "tanh beats relu."]]),
    tables: [],
  };
  const { head, lines } = compactRecords(placedRecords(done.study, done.records));
  const kept = {
    head: { ...studyHead({ about, form: "full", overrides: [] }, study, done.study), compact: head },
    records: restoredRecords(head, JSON.parse(JSON.stringify(lines))),
  };
  const whole = finalistsTable({ study: done.study, records: done.records });
  const again = finalistsTable(await savedRun(about, kept));
  expect(again.columns).toEqual(whole.columns);
  expect(again.rows.length).toBeGreaterThan(3);
  // Accuracies are kept to five digits, and a difference of two has the errors of both.
  const rounded = (rows: typeof whole.rows) =>
    rows.map((row) => row.map((value) => (typeof value === "number" ? Number(value.toFixed(3)) : value)));
  const verdict = whole.columns.indexOf("verdict");
  expect(again.rows.map((row) => row[verdict])).toEqual(whole.rows.map((row) => row[verdict]));
  const mean = whole.columns.indexOf("test_accuracy");
  expect(rounded(again.rows).map((row) => row[mean])).toEqual(rounded(whole.rows).map((row) => row[mean]));

  const { text, files, summary } = await league.make(about, kept);
  expect(summary).toMatchObject({ name: "small-league", form: "full" });
  const [[file, json] = ["", ""]] = files;
  const { activations } = JSON.parse(json);
  expect([file, Object.keys(activations).sort()]).toEqual([
    "../league.json",
    ["exponential", "relu", "tanh"],
  ]);
  const ranks = Object.values(activations as Record<string, { mean_rank: number }>).map(
    (one) => one.mean_rank,
  );
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe(6);
  expect(text).toContain("This ranks activations in small dense networks after short training");
  expect(text).toMatch(/^\| tanh \| \[sigmoidal\]\(\.\.\/activations\.md#sigmoidal\) \| (?:0\.1|1) \| /m);
  expect(text).toContain("| tanh beats relu. |");
  // It diverges at a rate of a million.
  expect(text).toMatch(/^\| exponential \| \[exponential\].*\| [1-9]\d* of \d+ \|/m);
});
