import { spawn, spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { contend, lockNames } from "../../test/contend-for-lock.js";
import { holdLock, holdLockElsewhere, mayUnshare } from "../../test/hold-lock.js";
import { load } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { freshFolder, HOST, open, session } from "../../test/run-folder.js";
import { FolderLock } from "./folder-lock.js";
import { openRun } from "./open-run.js";
import { isDefunct, thisProcess } from "./process-identity.js";
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
  expect(second.notices[0]).toContain("which no longer exists; it was taken over");
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
      message: expect.stringMatching(/run\.lock is damaged: it does not show which process.*delete the file/),
    });
    const run = await open(out, sweep, { now: () => now + 60_000 });
    expect(run.notices).toEqual([`${lock} was damaged and not renewed; the folder was taken over`]);
    run.close();
  }
});

/** Takes a folder's lock and gives it back; and the notices meanwhile. */
function passThrough(folder: string, later_ms = 0): readonly string[] {
  const notices: string[] = [];
  FolderLock.acquire(folder, { now: () => Date.now() + later_ms, notices }).release();
  return notices;
}

test.runIf(process.platform === "linux")("a killed run that is still a zombie process", async () => {
  const folder = freshFolder();
  // A parent that never asks how its child ended, as process 1 of a container that is no init.
  const parent = spawn("sh", ["-c", "sleep 0.05 & echo $!; exec sleep 60"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void parent.kill("SIGKILL"));
  const [printed] = await once(parent.stdout.setEncoding("utf8"), "data");
  const pid = Number(printed);
  const stat = (): string => readFileSync(`/proc/${pid}/stat`, "utf8");
  while (!stat().includes(") Z ")) await new Promise(setImmediate);
  const started = stat()
    .slice(stat().lastIndexOf(")") + 2)
    .split(" ")[19];
  writeFileSync(join(folder, "run.lock"), JSON.stringify({ ...thisProcess(), pid, started }));
  expect(passThrough(folder)).toEqual([
    `the folder was still locked by process ${pid}, which no longer exists; it was taken over`,
  ]);
  // Where there is no /proc, ps tells.
  if (spawnSync("ps", ["--version"]).status === 0)
    expect([isDefunct(pid), isDefunct(process.pid)]).toEqual([true, false]);
});

test.runIf(mayUnshare())("a living run in another pid namespace of this machine", async () => {
  const folder = freshFolder();
  const inside = await holdLockElsewhere(folder);
  expect(inside.said).toBe("held");
  expect(() => passThrough(folder)).toThrow(
    /process 1 of another container on this machine is running on this folder, or was in the last 60 seconds; wait/,
  );
  await inside.kill();
  // It cannot be asked: it counts as dead when it has not renewed for four times.
  expect(() => passThrough(folder, 50_000)).toThrow("another container");
  expect(passThrough(folder, 70_000)).toEqual([
    "the folder was still locked by process 1, which no longer exists; it was taken over",
  ]);
  const here = await holdLock(folder);
  expect(here.said).toBe("held");
  expect((await holdLockElsewhere(folder)).said).toMatch(
    /^run_busy: .* of another container on this machine/,
  );
  await here.kill();
  expect(passThrough(folder)).toHaveLength(1);
});

test("a lock of an older version, which names no namespace", () => {
  const folder = freshFolder();
  const lock = join(folder, "run.lock");
  const { namespace, ...older } = thisProcess();
  writeFileSync(lock, JSON.stringify(older));
  expect(() => passThrough(folder)).toThrow(`process ${process.pid} is running on this folder`);
  writeFileSync(lock, JSON.stringify({ ...older, pid: 2 ** 22 + 1 }));
  // It may be a process of another namespace, where there are any.
  if (namespace !== "") expect(() => passThrough(folder)).toThrow("another container");
  expect(passThrough(folder, 70_000)).toHaveLength(1);
});

test("many processes that take over a stale lock at the same time", async () => {
  const { folder, taken, refused, together } = await contend({ processes: 4, attempts: 200 });
  expect(taken + refused).toBe(4 * 200);
  expect(taken).toBeGreaterThan(4);
  expect(together).toBe(0);
  expect(lockNames(folder).length).toBeLessThanOrEqual(1);
});

test("the files of a process that died while it took the lock", () => {
  const folder = freshFolder();
  const dead = JSON.stringify({ ...thisProcess(), pid: 2 ** 22 + 1 });
  const stale = join(folder, "run.lock");
  writeFileSync(stale, dead);
  // A draft, the claim to the stale lock, and the claim to that claim.
  const claimOf = (path: string, text: string): string =>
    `${path}.${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  const claims = [claimOf(stale, dead), claimOf(claimOf(stale, dead), dead)];
  const drafts = [`${stale}.${randomUUID()}`, `${claims[0]}.${randomUUID()}`];
  for (const path of [...claims, ...drafts]) writeFileSync(path, dead);
  // One of which not a word was written.
  writeFileSync(`${stale}.${randomUUID()}`, "");
  // Those of the living, and what is none of ours, stay.
  const living = `${stale}.${randomUUID()}`;
  writeFileSync(living, JSON.stringify(thisProcess()));
  writeFileSync(`${stale}.bak`, dead);
  expect(passThrough(folder)).toHaveLength(1);
  expect(lockNames(folder)).toEqual([basename(living), "run.lock.bak"].sort());
});
