import { expect, it } from "vitest";
import { allInOrder } from "./all-in-order.js";

it("throws the first failure in order, also where a later one came first", async () => {
  let late: (reason: Error) => void = () => {};
  const first = new Promise<string>((_, reject) => {
    late = reject;
  });
  const all = allInOrder([Promise.resolve("a"), first, Promise.reject(new Error("third"))]);
  setImmediate(() => late(new Error("second")));
  await expect(all).rejects.toThrow("second");
  expect(await allInOrder([Promise.resolve("a"), Promise.resolve("b")])).toEqual(["a", "b"]);
});
