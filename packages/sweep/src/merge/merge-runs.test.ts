import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { forgeValue } from "../../test/forge-files.js";
import { load } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { freshFolder, HOST, MACHINE, session } from "../../test/run-folder.js";
import { readRun } from "../run/read-run.js";
import { formatLock, parseLock } from "../run/study-lock.js";
import type { RunHost } from "../run/writable-run.js";
import { shardSweep } from "../shard/shard-sweep.js";
import { mergeRuns } from "./merge-runs.js";

const SWEEP =
  "name: cut\ntrain: { epochs: 2 }\nparameters: { activation: [relu, elu], lr: [0.1, 0.8] }\nseeds: 3\n";
const LATER = Date.UTC(2026, 0, 2);

async function runShard(
  out: string,
  name: string,
  text = SWEEP,
  host: Partial<RunHost> = {},
): Promise<string> {
  const [index = 1, count = 1] = name.split("/").map(Number);
  const sweep = shardSweep(load(text), { index, count });
  const { run, summary } = await session(out, sweep, new MemoryExecutor(), { host });
  expect(summary.ended).toBe("done");
  return run.folder;
}

const text = (folder: string, file: string): string => readFileSync(join(folder, file), "utf8");

describe("merging shards", () => {
  it.each([1, 2, 3, 4])("of %i makes the run that the plan makes without shards", async (count) => {
    const whole = await session(freshFolder(), load(SWEEP), new MemoryExecutor());
    const out = freshFolder();
    const names = Array.from({ length: count }, (_, i) => `${count - i}/${count}`);
    const folders = [];
    for (const name of names) folders.push(await runShard(out, name));
    const merged = mergeRuns(folders, freshFolder());
    expect(merged).toMatchObject({ shards: count, trials: 12, notices: [] });
    const [a, b] = [await readRun(merged.folder), await readRun(whole.run.folder)];
    expect(a.study).toEqual(b.study);
    expect(new Map([...a.records].sort())).toEqual(new Map([...b.records].sort()));
    expect(a.problems).toEqual([]);
    for (const file of ["results.csv", "plan.jsonl", "points.jsonl"])
      expect(text(merged.folder, file)).toBe(text(whole.run.folder, file));
  });

  it("gives a run that goes on: more seeds train only what is missing", async () => {
    const out = freshFolder();
    mergeRuns([await runShard(freshFolder(), "1/2"), await runShard(freshFolder(), "2/2")], out);
    const executor = new MemoryExecutor();
    const { summary } = await session(out, load(SWEEP, "seeds=4"), executor);
    expect(summary.counts).toMatchObject({ total: 16, kept: 12 });
    expect(executor.started).toHaveLength(4);
  });

  it("tells when shards ran on different machines, and dates the run by the first of them", async () => {
    const other = { ...HOST, now: () => LATER, machine: { ...MACHINE, cpu: "another processor" } };
    const folders = [
      await runShard(freshFolder(), "1/2", SWEEP, other),
      await runShard(freshFolder(), "2/2"),
    ];
    const merged = mergeRuns(folders, freshFolder());
    expect(merged.notices[0]).toContain("2 different machines");
    expect((await readRun(merged.folder)).study.created).toBe("2026-01-01T00:00:00.000Z");
  });
});

describe("merging refuses by name", () => {
  const refuses = async (
    folders: readonly string[],
    message: string,
    code: string,
    out = freshFolder(),
  ): Promise<void> => {
    expect(() => mergeRuns(folders, out)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
    // Nothing is left behind.
    expect(readdirSync(out).filter((name) => name.endsWith(".merging"))).toEqual([]);
  };

  it("Shard missing", async () => {
    const folders = [await runShard(freshFolder(), "1/3"), await runShard(freshFolder(), "3/3")];
    await refuses(folders, "1 of 3 shards are missing: 2/3", "run_unmergeable");
  });

  it("double", async () => {
    const first = await runShard(freshFolder(), "1/2");
    const twin = await runShard(freshFolder(), "1/2");
    await refuses([first, twin], `${twin}: shard-1-of-2 is given twice, also in ${first}`, "run_unmergeable");
  });

  it("of another plan or version", async () => {
    const first = await runShard(freshFolder(), "1/2");
    const others: readonly (readonly [string, string, string])[] = [
      ["2/2", SWEEP.replace("0.8", "0.7"), "its study is"],
      ["2/3", SWEEP, "it is one of 3 shards, not of 2"],
      ["2/2", SWEEP.replace("seeds: 3", "seeds: 4"), "its plan differs"],
      ["2/2", `${SWEEP}stats: { confidence: 0.9 }\n`, "its stats differs"],
    ];
    for (const [name, sweep, message] of others)
      await refuses([first, await runShard(freshFolder(), name, sweep)], message, "run_unmergeable");
    const newer = await runShard(freshFolder(), "2/2");
    const path = join(newer, "study.lock.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace(/^format: \d+/m, "format: 99"));
    await refuses([first, newer], "its files have format 99, written by a newer actbench", "run_newer");
  });

  it("a shard of another engine", async () => {
    const folders = [await runShard(freshFolder(), "1/2"), await runShard(freshFolder(), "2/2")];
    const path = join(folders[1] ?? "", "study.lock.yaml");
    const lock = parseLock(readFileSync(path, "utf8"));
    if (typeof lock !== "object") throw new Error("the lock cannot be read");
    writeFileSync(path, formatLock({ ...lock, engine: 999 }));
    await refuses(folders, "it ran on engine 999", "run_unmergeable");
  });

  it("a whole run, and a folder that is no run", async () => {
    const { run } = await session(freshFolder(), load(SWEEP), new MemoryExecutor());
    await refuses([run.folder], "is a complete run, not a shard", "run_unmergeable");
    await refuses([freshFolder()], "is not a run", "run_unmergeable");
  });

  it("corrupt", async () => {
    for (const file of ["study.lock.yaml", "plan.jsonl", "points.jsonl", "journal.jsonl"]) {
      const folders = [await runShard(freshFolder(), "1/2"), await runShard(freshFolder(), "2/2")];
      // Points are the same in all shards and are read from the first.
      const folder = folders[file === "points.jsonl" ? 0 : 1] ?? "";
      const path = join(folder, file);
      const bytes = readFileSync(path);
      bytes[Math.floor(bytes.length / 2)] = 0;
      writeFileSync(path, bytes);
      await refuses(folders, join(folder, file), "run_damaged");
    }
  });

  it("a record of a shard that does not fit its trial", async () => {
    const [out, other] = [freshFolder(), await runShard(freshFolder(), "2/2")];
    const folder = await runShard(out, "1/2");
    const forged: readonly [path: readonly (string | number)[], value: unknown, said: string][] = [
      [["entry", "record", "status"], "<script>", 'record.status: "<script>" is not a status of a trial'],
      [["curve", 1, "test", "accuracy"], 2, "curve[1].test.accuracy: expected a number from 0 to 1, found 2"],
      [["entry", "record", "digest"], "0".repeat(32), "curve: its last digest is"],
    ];
    const told = forged.map(
      ([, , said], i) =>
        `${join(folder, "journal.jsonl")}:${i + 2}: this line is damaged: it is complete, but not a record of its trial: ${said}`,
    );
    for (const [i, [path, value]] of forged.entries()) {
      forgeValue(folder, { file: "journal.jsonl", line: i + 1, path }, value);
      await refuses([folder, other], told[0] ?? "", "run_damaged");
    }
    // Once it was run again, as it says, the damage costs nothing, and is still told.
    expect(await runShard(out, "1/2")).toBe(folder);
    const merged = mergeRuns([folder, other], freshFolder());
    expect(merged.notices).toEqual(told.map((text) => expect.stringContaining(text)));
    expect((await readRun(merged.folder)).problems).toEqual([]);
  });

  it("an unfinished shard, with what to do", async () => {
    const folders = [await runShard(freshFolder(), "1/2"), await runShard(freshFolder(), "2/2")];
    const path = join(folders[1] ?? "", "journal.jsonl");
    const lines = readFileSync(path, "utf8").split("\n");
    writeFileSync(path, `${lines.slice(0, 4).join("\n")}\n`);
    await refuses(
      folders,
      "3 of the 6 trials of shard-2-of-2 are not finished; run it again with --shard=2/2",
      "run_unmergeable",
    );
    // A torn tail loses nothing by itself.
    const whole = [await runShard(freshFolder(), "1/2"), await runShard(freshFolder(), "2/2")];
    appendFileSync(join(whole[0] ?? "", "journal.jsonl"), '{"n":7,"by');
    expect(existsSync(mergeRuns(whole, freshFolder()).folder)).toBe(true);
  });

  it("a place that is taken", async () => {
    const out = freshFolder();
    const folders = [await runShard(out, "1/2"), await runShard(out, "2/2")];
    mergeRuns(folders, out);
    await refuses(folders, "exists already", "run_mixed", out);
  });
});

it("Shards in parallel on one folder", async () => {
  const out = freshFolder();
  // Each has its own folder under one --out; the same one twice is refused to the second.
  const folders = await Promise.all([runShard(out, "1/2"), runShard(out, "2/2")]);
  expect(mergeRuns(folders, out).trials).toBe(12);
  const twice = await Promise.allSettled([runShard(out, "1/3"), runShard(out, "1/3")]);
  expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(twice.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "run_busy" } });
});
