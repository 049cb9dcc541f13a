import { executorContract } from "@actbench/core/executor-contract";
import { afterAll, describe, expect, it } from "vitest";
import { fixtureExecutor } from "../test/fixture-executor.js";
import { specOf } from "../test/spec-of.js";
import { createThreadExecutor } from "./thread-executor.js";

describe("threads keep the executor contract", () => {
  const { checks, close } = executorContract({
    open: (datasets) => createThreadExecutor({ workers: 2, datasets }),
    lose: async () => {
      const { executor } = fixtureExecutor();
      const outcome = await executor.run(specOf("exits with 1"));
      await executor.close();
      return outcome;
    },
  });
  afterAll(close);
  it.each(checks)("$name", ({ check }) => check());
});

it("the memory of threads is what they were given, else the machine's", async () => {
  const { executor: given } = fixtureExecutor({ memoryBytes: 123 });
  const { executor } = fixtureExecutor();
  expect(given.memoryBytes).toBe(123);
  expect(executor.memoryBytes).toBeGreaterThan(2 ** 20);
  await Promise.all([given.close(), executor.close()]);
});
