import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { CATALOGS, load, MNIST } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { DATA, freshFolder, HOST, MACHINE, open, session } from "../../test/run-folder.js";
import { loadSweep } from "../config/load-sweep.js";
import { listRuns } from "./list-runs.js";
import { openRun } from "./open-run.js";
import { thisProcess } from "./process-identity.js";
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

test("of a run next door whose plan or points are damaged the journal is used; one without a lock is passed by aloud", async () => {
  const out = freshFolder();
  const { run } = await session(out, sweep, new MemoryExecutor());
  appendFileSync(join(run.folder, "points.jsonl"), "x");
  rmSync(join(run.folder, "plan.jsonl"));
  const wider = await open(out, load(SWEEP, "activation=gelu,relu"));
  expect(wider.records.size).toBe(2);
  appendFileSync(join(run.folder, "study.lock.yaml"), "x");
  const other = await open(out, load(SWEEP, "activation=elu,gelu", "seeds=1"));
  expect(other.records.size).toBe(0);
  expect(other.notices.at(-1)).toMatch(/^no trial was taken over from folder-.*study\.lock\.yaml is damaged/);
});

test("YAML, plugin, data or engine changed between run and resume: named, with the way out", async () => {
  const out = freshFolder();
  const { run } = await session(out, sweep, new MemoryExecutor());
  // Other settings, and another formula under the same name, are another study beside this one.
  const edited = await open(out, load(SWEEP, "lr=0.3,0.4", "activation=relu,gelu"));
  expect(edited.folder).not.toBe(run.folder);
  expect(edited.notices).toEqual([
    `this is another study than ${basename(run.folder)}, in activation, train.lr, and has a folder of its own; to go on with that one, run its sweep file as it was`,
  ]);
  edited.close();
  const plugin = (formula: string) =>
    load(`name: p\nactivations: { mine: { formula: "${formula}" } }\nparameters: { activation: [mine] }`);
  (await open(out, plugin("max(x, 0)"))).close();
  const changed = await open(out, plugin("max(x, 1)"));
  expect(changed.notices[0]).toMatch(
    /^this is another study than p-[0-9a-f]{8}, in the activation mine, and/,
  );
  changed.close();
  // Going on with them says nothing more.
  expect((await open(out, plugin("max(x, 1)"))).notices).toEqual([]);
  const data = [{ ...DATA, hash: "6".repeat(64) }];
  await expect(openRun(out, other({ hash: "6".repeat(64) }), { ...HOST, data })).rejects.toThrow(
    /the data of mnist changed \(SHA-256 555555555555…, now 666666666666…\)\. Restore the data, or start anew/,
  );
  await expect(openRun(out, other({ fma: false }), HOST)).rejects.toThrow(
    /planned with numerics fma, and here it is strict\. .*numerics=strict/,
  );
  const lockFile = join(run.folder, "study.lock.yaml");
  const lock = parseLock(readFileSync(lockFile, "utf8"));
  if (typeof lock !== "object") throw new Error("no lock");
  writeFileSync(lockFile, formatLock({ ...lock, engine: lock.engine + 1, version: "0.9.0" }));
  await expect(openRun(out, sweep, HOST)).rejects.toThrow(
    /ran on engine \d+, this actbench has engine \d+.*0\.9\.0/,
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

test("one process at a time writes to a folder, and anyone may read it", async () => {
  const out = freshFolder();
  const run = await open(out, sweep);
  await expect(openRun(out, sweep, HOST)).rejects.toMatchObject({ code: "run_busy" });
  expect((await readRun(run.folder)).records.size).toBe(0);
  run.close();
  run.close();
  expect(existsSync(join(run.folder, "run.lock"))).toBe(false);
});

test("stale lock of a dead or reused pid", async () => {
  const out = freshFolder();
  const run = await open(out, sweep);
  run.close();
  const lock = join(run.folder, "run.lock");
  const me = thisProcess();
  const leave = (owner: object) => writeFileSync(lock, JSON.stringify({ ...me, ...owner }));
  leave({ pid: 2 ** 22 + 1 });
  const second = await open(out, sweep);
  expect(second.notices[0]).toContain("which is gone; it was taken over");
  second.close();
  // The number of a dead process was given to another one, here to this one.
  leave({ started: "1" });
  if (me.started !== "") (await open(out, sweep)).close();
  // A process of another machine cannot be asked: it counts as dead once its lease has run out.
  leave({ machine: "elsewhere" });
  const now = HOST.now();
  utimesSync(lock, now / 1000, now / 1000);
  await expect(openRun(out, sweep, { ...HOST, now: () => now + 60_000 })).rejects.toMatchObject({
    code: "run_busy",
  });
  (await open(out, sweep, { now: () => now + 600_000 })).close();
});

test("a lock that a power cut emptied, or that holds anything else, is named with the way out and soon taken over", async () => {
  const out = freshFolder();
  const { folder } = await session(out, sweep, new MemoryExecutor()).then(({ run }) => run);
  const lock = join(folder, "run.lock");
  for (const text of ["", "\0\0\0", "{}", "null", '{"pid":"1"}', "[".repeat(99)]) {
    writeFileSync(lock, text);
    const now = HOST.now();
    utimesSync(lock, now / 1000, now / 1000);
    await expect(openRun(out, sweep, { ...HOST, now: () => now + 1000 })).rejects.toMatchObject({
      code: "run_busy",
      message: expect.stringMatching(/run\.lock is damaged: it does not say which process.*delete the file/),
    });
    const run = await open(out, sweep, { now: () => now + 60_000 });
    expect(run.notices).toEqual([`${lock} was damaged and nobody renewed it; the folder was taken over`]);
    run.close();
  }
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

test("a lock comes back from YAML as it was, whatever its texts hold", () => {
  const text = 'x: "y" # no\n- z \t\u2028 🦄 <script> \\ \' null ~ 1e5 !!js';
  const lock = parseLock(
    formatLock({
      format: 1,
      name: text,
      hash: "a".repeat(64),
      revision: 1,
      created: text,
      version: text,
      engine: 1,
      numerics: ["fma"],
      study_seed: 0,
      method: "grid",
      metric: { name: text, goal: "maximize" },
      axes: [{ name: "lr", values: [0.1, 1e-300, "1e5", null, true, [1, 2], { a: text }] }],
      seeds: [0],
      budget: { retries: 1 },
      stats: { confidence: 0.95, correction: "holm" },
      claims: [],
      workers: 1,
      machine: MACHINE,
      data: [{ ...DATA, description: text }],
      activations: [],
      base: {},
      sha256: { points: "", plan: "" },
      config: `${text}\n${text}`,
    }),
  );
  expect(lock).toMatchObject({
    name: text,
    config: `${text}\n${text}`,
    created: text,
    data: [{ description: text }],
  });
  expect(lock).toMatchObject({ axes: [{ values: [0.1, 1e-300, "1e5", null, true, [1, 2], { a: text }] }] });
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
