import { expect, it } from "vitest";
import { mayMount, smallDisk } from "../../packages/sweep/test/small-disk.js";
import { actbench, temporaryFolder } from "../actbench.js";
import { finishedIds, onlyRun, results, TINY, writeSweep } from "../tiny-study.js";

it.runIf(mayMount())(
  "a disk that is full at any moment costs nothing but the time to make room",
  async () => {
    const cwd = temporaryFolder();
    const config = writeSweep(cwd, TINY);
    await actbench(["run", config, "--out", "whole"], { cwd });
    const whole = results(onlyRun(cwd, "whole"));
    const told: string[] = [];
    // From less than the lock takes to less than the page takes.
    for (let kib = 8; ; kib *= 2) {
      const disk = smallDisk(`size=${kib}k`);
      const out = ["--out", disk.folder];
      const first = await actbench(["run", config, ...out], { cwd });
      if (first.code === 0) break;
      expect(first.code).toBe(2);
      expect(first.stderr).toMatch(/ENOSPC/);
      expect(first.stderr).toContain("make room");
      told.push(first.stderr.includes("page") ? "page" : "run");
      disk.remount("size=32m");
      const before = first.stdout.includes("12 completed") ? 12 : finishedBefore(disk.folder);
      const second = await actbench(["run", config, ...out, "--reporter", "ndjson"], { cwd });
      expect({ code: second.code, stderr: second.stderr }).toMatchObject({ code: 0 });
      expect(second.stdout.split('"type":"finished"').length - 1).toBe(12 - before);
      const run = onlyRun(disk.folder, ".");
      expect(new Set(finishedIds(run)).size).toBe(12);
      expect(results(run)).toEqual(whole);
    }
    expect(told.length).toBeGreaterThan(3);
  },
);

function finishedBefore(out: string): number {
  try {
    return finishedIds(onlyRun(out, ".")).length;
  } catch {
    return 0; // no run's folder, or no journal in it: nothing had finished
  }
}
