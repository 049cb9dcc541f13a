import { existsSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { freshFolder, HOST, open, session } from "../../test/run-folder.js";
import { openRun } from "./open-run.js";
import { thisProcess } from "./process-identity.js";
import { readRun } from "./read-run.js";

const SWEEP = "name: locked\nparameters: { activation: [relu, elu] }\nseeds: 2";
const sweep = load(SWEEP);

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
