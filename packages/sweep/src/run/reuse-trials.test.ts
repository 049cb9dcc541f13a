import { appendFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { trialId } from "@actbench/core/internal";
import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { freshFolder, open, session } from "../../test/run-folder.js";
import { readRun } from "./read-run.js";

const SWEEP = "name: folder\nparameters: { activation: [relu, elu] }\nseeds: 2";
const sweep = load(SWEEP);

test("another set of points is another folder, and takes finished trials over with the folder's name", async () => {
  const out = freshFolder();
  const first = await session(out, sweep, new MemoryExecutor());
  const executor = new MemoryExecutor();
  const wider = load(SWEEP, "activation=gelu,elu,relu");
  const { run, summary } = await session(out, wider, executor);
  expect(run.folder).not.toBe(first.run.folder);
  expect(executor.started.map(({ model }) => model.activation[0]?.name)).toEqual(["gelu", "gelu"]);
  expect(summary.counts).toMatchObject({ kept: 4, finished: 6 });
  const read = await readRun(run.folder);
  expect([...read.reused.values()]).toEqual(Array(4).fill(basename(first.run.folder)));
  const anew = new MemoryExecutor();
  await session(freshFolder(), wider, anew, { host: { asNew: true } });
  expect(anew.started).toHaveLength(6);
  const out2 = freshFolder();
  await session(out2, sweep, new MemoryExecutor());
  const asNew = new MemoryExecutor();
  await session(out2, wider, asNew, { host: { asNew: true } });
  expect(asNew.started).toHaveLength(6);
});

test("trials of an earlier plan are taken over too: a run that was shrunk since still holds them", async () => {
  const out = freshFolder();
  await session(out, load(SWEEP, "seeds=3"), new MemoryExecutor());
  await session(out, sweep, new MemoryExecutor());
  const executor = new MemoryExecutor();
  const { summary } = await session(out, load(SWEEP, "activation=gelu,elu,relu", "seeds=3"), executor);
  expect(summary.counts).toMatchObject({ kept: 6, finished: 9 });
  expect(executor.started).toHaveLength(3);
});

test("results alone are taken over: what failed elsewhere runs here", async () => {
  const out = freshFolder();
  const failing = new MemoryExecutor({
    during: async (spec) =>
      spec.seed === 0
        ? { status: "failed", id: trialId(spec), curve: [], error: { code: "x", message: "m" } }
        : undefined,
  });
  const first = await session(out, sweep, failing);
  expect(first.summary.counts).toMatchObject({ failed: 2, completed: 2 });
  const executor = new MemoryExecutor();
  const { summary } = await session(out, load(SWEEP, "activation=gelu,elu,relu"), executor);
  expect(summary.counts).toMatchObject({ kept: 2, finished: 6, failed: 0 });
  expect(executor.started.map(({ seed }) => seed)).toEqual([0, 0, 0, 1]);
});

test("of a run next door whose plan or points are damaged the journal is used; one without a lock is skipped with a warning", async () => {
  const out = freshFolder();
  const { run } = await session(out, sweep, new MemoryExecutor());
  appendFileSync(join(run.folder, "points.jsonl"), "x");
  rmSync(join(run.folder, "plan.jsonl"));
  const wider = await open(out, load(SWEEP, "activation=gelu,relu"));
  expect(wider.records.size).toBe(2);
  appendFileSync(join(run.folder, "study.lock.yaml"), "x");
  const other = await open(out, load(SWEEP, "activation=elu,gelu", "seeds=1"));
  expect(other.records.size).toBe(0);
  expect(other.notices.at(-1)).toMatch(/^no trial was reused from folder-.*study\.lock\.yaml is damaged/);
});

test("a run moved to another out is itself there", async () => {
  const [from, to] = [freshFolder(), freshFolder()];
  const { run } = await session(from, sweep, new MemoryExecutor());
  const moved = join(to, basename(run.folder));
  renameSync(run.folder, moved);
  const executor = new MemoryExecutor();
  expect((await session(to, sweep, executor)).summary.counts.kept).toBe(4);
  expect(executor.started).toEqual([]);
});
