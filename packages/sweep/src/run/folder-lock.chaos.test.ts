import { expect, it } from "vitest";
import { contend, lockNames } from "../../test/contend-for-lock.js";
import { FolderLock } from "./folder-lock.js";
import { thisProcess } from "./process-identity.js";

it("a folder has one owner at a time while processes that take its lock over are killed at any moment, and nothing stays behind", async () => {
  const found = await contend({ processes: 8, attempts: 1500, kills: 150 });
  const { folder, taken, together, killed } = found;
  console.info(
    `${taken} times taken by one of 8 processes, ${killed} of them killed: ${together} times not alone`,
  );
  expect(killed).toBe(150);
  expect(taken).toBeGreaterThan(500);
  expect(together).toBe(0);
  // Whatever was left in whatever state, the next one gets the folder and leaves it clean.
  const processes = { self: thisProcess, stateOf: () => "gone" as const };
  FolderLock.acquire(folder, { now: Date.now, notices: [], processes }).release();
  expect(lockNames(folder)).toEqual([]);
});
