import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { CATALOGS, load, MNIST } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { DATA, freshFolder, HOST, open, session } from "../../test/run-folder.js";
import { loadSweep } from "../study/load-sweep.js";
import { listRuns } from "./list-runs.js";
import { openRun } from "./open-run.js";
import { readRun } from "./read-run.js";
import { formatLock, parseLock } from "./study-lock.js";

const SWEEP = "name: folder\nparameters: { activation: [relu, elu] }\nseeds: 2";
const sweep = load(SWEEP);
const other = (changes: { readonly hash?: string; readonly fma?: boolean }) =>
  loadSweep({
    text: SWEEP,
    file: "s.yaml",
    catalogs: {
      ...CATALOGS,
      fma: changes.fma ?? true,
      datasets: [{ ...MNIST, hash: changes.hash ?? MNIST.hash }],
    },
  });

test("a run's folder holds the files of the design, and nothing of the machine that is not its card", async () => {
  const out = freshFolder();
  const { run } = await session(out, sweep, new MemoryExecutor());
  expect(basename(run.folder)).toBe(`folder-${sweep.hash.slice(0, 8)}`);
  expect(readdirSync(run.folder).sort()).toEqual([
    "journal.jsonl",
    "plan.jsonl",
    "points.jsonl",
    "results.csv",
    "study.lock.yaml",
  ]);
  expect(readFileSync(join(run.folder, "plan.jsonl"), "utf8").split("\n")[0]).toBe(
    JSON.stringify(sweep.plan[0]),
  );
  expect(listRuns(out)).toEqual([run.folder]);
  expect(listRuns(join(out, "nowhere"))).toEqual([]);
});

test("a name with slashes, dots, spaces and emoji stays one folder inside of out", async () => {
  const out = freshFolder();
  for (const name of ["../../etc", ".hidden", "a b/c\\d", "ünï 🦄", "con:*?", "=1"]) {
    const run = await open(out, load(SWEEP, `name="${name.replaceAll("\\", "\\\\")}"`));
    expect(basename(join(run.folder, ".."))).toBe(basename(out));
    expect(existsSync(run.folder)).toBe(true);
  }
});

test("more seeds grow the same folder in a new revision; only what is missing runs", async () => {
  const out = freshFolder();
  await session(out, sweep, new MemoryExecutor());
  const executor = new MemoryExecutor();
  const { run } = await session(out, load(SWEEP, "seeds=5"), executor, {
    host: { now: () => Date.UTC(2027, 0, 1) },
  });
  expect(executor.started.map(({ seed }) => seed)).toEqual([2, 2, 3, 3, 4, 4]);
  expect(run.study).toMatchObject({
    revision: 2,
    created: "2026-01-01T00:00:00.000Z",
    seeds: [0, 1, 2, 3, 4],
  });
  expect(listRuns(out)).toEqual([run.folder]);
  const earlier = parseLock(readFileSync(join(run.folder, "study.lock.1.yaml"), "utf8"));
  expect(earlier).toMatchObject({ revision: 1, seeds: [0, 1] });
  const { revisions } = await readRun(run.folder);
  expect([...revisions.values()].sort()).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
  // The same again changes nothing, and fewer seeds show fewer trials and lose none.
  expect((await session(out, load(SWEEP, "seeds=5"), executor)).run.study.revision).toBe(2);
  expect((await session(out, sweep, executor)).run.records.size).toBe(4);
  expect(executor.started).toHaveLength(6);
});

test("YAML, plugin, data or engine changed between run and resume (reported, with a way out)", async () => {
  const out = freshFolder();
  const { run } = await session(out, sweep, new MemoryExecutor());
  // Other settings, and another formula under the same name, are another study next to this one.
  const edited = await open(out, load(SWEEP, "lr=0.3,0.4", "activation=relu,gelu"));
  expect(edited.folder).not.toBe(run.folder);
  expect(edited.notices).toEqual([
    `this study differs from ${basename(run.folder)} in activation, train.lr and gets a separate folder; to continue that one, run its sweep file unchanged`,
  ]);
  edited.close();
  const plugin = (formula: string) =>
    load(`name: p\nactivations: { mine: { formula: "${formula}" } }\nparameters: { activation: [mine] }`);
  (await open(out, plugin("max(x, 0)"))).close();
  const changed = await open(out, plugin("max(x, 1)"));
  expect(changed.notices[0]).toMatch(/^this study differs from p-[0-9a-f]{8} in the activation mine and/);
  changed.close();
  // Going on with them says nothing more.
  expect((await open(out, plugin("max(x, 1)"))).notices).toEqual([]);
  const data = [{ ...DATA, hash: "6".repeat(64) }];
  await expect(openRun(out, other({ hash: "6".repeat(64) }), { ...HOST, data })).rejects.toThrow(
    /the data of mnist changed \(SHA-256 555555555555…, now 666666666666…\)\. Restore the data, or start a new run/,
  );
  await expect(openRun(out, other({ fma: false }), HOST)).rejects.toThrow(
    /planned with numerics fma, but here it is strict\. .*numerics=strict/,
  );
  const lockFile = join(run.folder, "study.lock.yaml");
  const lock = parseLock(readFileSync(lockFile, "utf8"));
  if (typeof lock !== "object") throw new Error("no lock");
  writeFileSync(lockFile, formatLock({ ...lock, engine: lock.engine + 1, version: "0.9.0" }));
  await expect(openRun(out, sweep, HOST)).rejects.toThrow(
    /ran on engine \d+, but this actbench has engine \d+.*0\.9\.0/,
  );
  writeFileSync(lockFile, formatLock({ ...lock, hash: `${lock.hash.slice(0, 8)}${"0".repeat(56)}` }));
  await expect(openRun(out, sweep, HOST)).rejects.toMatchObject({ code: "run_mixed" });
  writeFileSync(lockFile, formatLock(lock).replace("format: 1", "format: 2"));
  await expect(openRun(out, sweep, HOST)).rejects.toMatchObject({ code: "run_newer" });
  await expect(readRun(run.folder)).rejects.toMatchObject({ code: "run_newer" });
});

test("damaged lock, plan or points cost nothing: the same command writes them anew and keeps the journal", async () => {
  const out = freshFolder();
  const { run } = await session(out, sweep, new MemoryExecutor());
  for (const file of ["study.lock.yaml", "plan.jsonl", "points.jsonl"]) {
    writeFileSync(join(run.folder, file), "{ torn");
    await expect(readRun(run.folder)).rejects.toMatchObject({ code: "run_damaged" });
    const executor = new MemoryExecutor();
    const again = await session(out, sweep, executor);
    expect(executor.started).toEqual([]);
    expect(again.run.notices[0]).toContain(`${file} is damaged`);
    expect((await readRun(run.folder)).records.size).toBe(4);
  }
});

test("a damaged record runs again and the others do not", async () => {
  const out = freshFolder();
  const { run } = await session(out, sweep, new MemoryExecutor());
  const path = join(run.folder, "journal.jsonl");
  const results = readFileSync(join(run.folder, "results.csv"), "utf8");
  writeFileSync(path, readFileSync(path, "utf8").replace('"epoch":3', '"epoch":4'));
  const executor = new MemoryExecutor();
  const again = await session(out, sweep, executor);
  expect(executor.started).toHaveLength(1);
  expect(again.run.problems).toMatchObject([{ file: "journal.jsonl", line: 2, kind: "damaged" }]);
  expect(readFileSync(join(run.folder, "results.csv"), "utf8")).toBe(results);
});

test("a journal of another study or of a newer version is refused", async () => {
  const out = freshFolder();
  const { run } = await session(out, sweep, new MemoryExecutor());
  const wider = await session(out, load(SWEEP, "activation=gelu"), new MemoryExecutor());
  const journal = join(run.folder, "journal.jsonl");
  copyFileSync(join(wider.run.folder, "journal.jsonl"), journal);
  await expect(openRun(out, sweep, HOST)).rejects.toMatchObject({ code: "run_mixed" });
  rmSync(journal);
  expect((await open(out, sweep)).records.size).toBe(0);
});

test("folder deleted while running", async () => {
  const out = freshFolder();
  const during = async () => {
    if (existsSync(out)) rmSync(out, { recursive: true });
    return undefined;
  };
  await expect(session(out, sweep, new MemoryExecutor({ during }))).rejects.toMatchObject({
    code: "run_write",
  });
});
