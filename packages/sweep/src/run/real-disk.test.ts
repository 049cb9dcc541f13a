import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { trialId } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { DAMAGED } from "../../test/damaged-run.js";
import { load } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { freshFolder, HOST, session } from "../../test/run-folder.js";
import { mayMount, smallDisk } from "../../test/small-disk.js";
import { folderName } from "../study/study-name.js";
import { openRun } from "./open-run.js";
import { readRun } from "./read-run.js";

const canMount = mayMount();

describe("Disk", () => {
  it.runIf(canMount)("ENOSPC in mid-record", async () => {
    const sweep = load("train: { epochs: 5 }\nparameters: { activation: [relu, elu] }\nseeds: 4\n");
    const whole = await session(freshFolder(), sweep, new MemoryExecutor());
    const results = readFileSync(join(whole.run.folder, "results.csv"), "utf8");
    const reached: number[] = [];
    // A page of this file system is 4 KiB: it is full in the lock, the plan, the first record, the middle of
    // another one.
    for (let pages = 1; ; pages++) {
      const disk = smallDisk(`size=${pages * 4}k`);
      const finished: string[] = [];
      const first = await session(disk.folder, sweep, new MemoryExecutor(), {
        concurrency: 1,
        onProgress: (event) => event.type === "finished" && finished.push(event.record.id),
      }).catch((error: unknown) => error);
      if (!(first instanceof Error)) break;
      expect(first).toMatchObject({
        code: "run_write",
        message: expect.stringMatching(/ENOSPC.*Finished trials are not lost; make room/),
      });
      reached.push(finished.length);
      disk.remount("size=1m");
      const executor = new MemoryExecutor();
      const { run } = await session(disk.folder, sweep, executor, { concurrency: 1 });
      // Half of a record is not left behind, and what was reported as finished is not trained again.
      expect(run.problems).toEqual([]);
      const again = executor.started.map((spec) => trialId(spec));
      expect(again.filter((id) => finished.includes(id))).toEqual([]);
      expect(finished.length + again.length).toBe(sweep.plan.length);
      expect(readFileSync(join(run.folder, "results.csv"), "utf8")).toBe(results);
    }
    expect(new Set(reached).size).toBeGreaterThan(3);
  });

  it.runIf(canMount)("Read-only folder", async () => {
    const disk = smallDisk("size=1m");
    const { run } = await session(disk.folder, DAMAGED, new MemoryExecutor());
    disk.remount("ro");
    // It can be read and shown; it cannot be gone on with, nor can another run begin there.
    expect((await readRun(run.folder)).records.size).toBe(DAMAGED.plan.length);
    for (const sweep of [DAMAGED, load("name: other")])
      await expect(openRun(disk.folder, sweep, HOST)).rejects.toMatchObject({
        code: "run_write",
        message: expect.stringMatching(/EROFS: read-only file system.*grant access/),
      });
    disk.remount("rw");
    expect((await session(disk.folder, DAMAGED, new MemoryExecutor())).summary.counts.kept).toBe(8);
  });

  it("Paths with spaces, Unicode, 255 bytes", async () => {
    const long = "ä".repeat(127);
    const out = join(freshFolder(), " a  b ", "名前 🦄 \u0301e", `${long}x`);
    expect(Buffer.byteLength(basename(out))).toBe(255);
    mkdirSync(out, { recursive: true });
    // The longest name of a folder: letters of four bytes in UTF-8, and a shard.
    const sweep = load(
      "name: placeholder\nparameters: { activation: [relu] }\nseeds: 1",
      `name="${"𠀀".repeat(40)}"`,
    );
    const shard = { index: 10_000, count: 10_000 };
    expect(Buffer.byteLength(folderName(sweep.name, sweep.hash, shard))).toBeLessThan(230);
    const { run } = await session(out, sweep, new MemoryExecutor());
    expect((await readRun(run.folder)).records.size).toBe(1);
    expect((await session(out, sweep, new MemoryExecutor())).summary.counts.kept).toBe(1);
    // One byte more is the disk's to refuse, and is said with the folder.
    const beyond = join(out, "x".repeat(256));
    await expect(openRun(beyond, sweep, HOST)).rejects.toMatchObject({
      code: "run_write",
      message: expect.stringContaining("ENAMETOOLONG"),
    });
    expect(existsSync(beyond)).toBe(false);
  });
});
