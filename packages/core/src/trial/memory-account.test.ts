import { expect, test } from "vitest";
import { MemoryAccount } from "./memory-account.js";

test("what does not fit beside the others waits for them; more than the limit runs alone", async () => {
  const account = new MemoryAccount(10);
  const log: string[] = [];
  const reserve = (name: string, bytes: number): Promise<void> =>
    account.reserve(bytes).then(() => void log.push(name));
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  await reserve("six", 6);
  void reserve("five", 5);
  await reserve("four", 4);
  await settled();
  expect(log).toEqual(["six", "four"]);
  account.release(6);
  await settled();
  expect(log).toEqual(["six", "four", "five"]);
  void reserve("twelve", 12);
  account.release(4);
  await settled();
  expect(log).toHaveLength(3);
  account.release(5);
  await settled();
  expect(log).toEqual(["six", "four", "five", "twelve"]);
});
