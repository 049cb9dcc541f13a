import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { freshFolder, open, session } from "../../test/run-folder.js";
import { RUN_FILES } from "../index.js";

const SWEEP = "name: links\nmethod: halving\nparameters: { activation: [relu, elu] }\nseeds: 1";

test("symlinks out", async () => {
  const out = freshFolder();
  const { run } = await session(out, load(SWEEP), new MemoryExecutor());
  const elsewhere = freshFolder();
  writeFileSync(join(elsewhere, `${"0".repeat(32)}.checkpoint`), "not yours");
  const journal = join(run.folder, RUN_FILES.journal);
  const checkpoints = join(run.folder, RUN_FILES.checkpoints);
  symlinkSync(elsewhere, checkpoints);
  await expect(open(out, load(SWEEP))).rejects.toThrow(`${checkpoints} is a symbolic link`);
  expect(readdirSync(elsewhere)).toHaveLength(1);
  renameSync(checkpoints, join(elsewhere, "link"));
  renameSync(journal, join(elsewhere, "journal"));
  symlinkSync(join(elsewhere, "journal"), journal);
  const before = readFileSync(join(elsewhere, "journal"));
  await expect(open(out, load(SWEEP))).rejects.toThrow(`${journal} is a symbolic link`);
  expect(readFileSync(join(elsewhere, "journal"))).toEqual(before);
});

test("files that are replaced take the place of a link, and never go through it", async () => {
  const out = freshFolder();
  const { run } = await session(out, load(SWEEP), new MemoryExecutor());
  const victim = join(freshFolder(), "victim");
  writeFileSync(victim, "mine");
  const links = [
    "results.csv.new",
    "points.jsonl.new",
    "plan.jsonl.new",
    "study.lock.yaml.new",
    "study.lock.1.yaml",
  ];
  for (const name of links) symlinkSync(victim, join(run.folder, name));
  const grown = await session(out, load(SWEEP, "seeds=2"), new MemoryExecutor());
  expect(grown.run.study.revision).toBe(2);
  expect(readFileSync(victim, "utf8")).toBe("mine");
});

test("files in the folder of checkpoints that are none of ours are left alone", async () => {
  const out = freshFolder();
  const { run } = await session(out, load(SWEEP), new MemoryExecutor());
  const folder = join(run.folder, RUN_FILES.checkpoints);
  mkdirSync(folder);
  writeFileSync(join(folder, "notes.txt"), "mine");
  writeFileSync(join(folder, `${"a".repeat(32)}.checkpoint.new`), "half");
  await session(out, load(SWEEP, "seeds=2"), new MemoryExecutor());
  expect(readdirSync(folder)).toEqual(["notes.txt"]);
});

test("a folder of checkpoints that a kill left empty is cleaned away", async () => {
  const out = freshFolder();
  const { run } = await session(out, load(SWEEP), new MemoryExecutor());
  mkdirSync(join(run.folder, RUN_FILES.checkpoints));
  await session(out, load(SWEEP), new MemoryExecutor());
  expect(readdirSync(run.folder)).not.toContain(RUN_FILES.checkpoints);
});
