import { afterAll, describe, expect, it } from "vitest";
import { contractData, contractSpec } from "../executor-contract/contract-trials.js";
import { executorContract } from "../executor-contract/executor-contract.js";
import { createSequentialExecutor } from "./sequential-executor.js";

const now = () => performance.now() / 1000;

describe("a sequential executor keeps the contract", () => {
  const { checks, close } = executorContract({
    open: (datasets) => createSequentialExecutor({ datasets, now }),
  });
  afterAll(close);
  it.each(checks)("$name", ({ check }) => check());
});

it("lets its thread do other things while a trial runs", async () => {
  const data = contractData();
  const executor = createSequentialExecutor({ datasets: [data], now });
  const stop = new AbortController();
  // Nothing but a timer ends the trial.
  setTimeout(() => stop.abort(), 1);
  const trial = executor.run(contractSpec(data, 0, { epochs: 1_000_000 }), { signal: stop.signal });
  await expect(trial).rejects.toMatchObject({ name: "AbortError" });
  await executor.close();
});

it("records a trial that finds no memory as out of memory where the limit is known, else as failed", async () => {
  const full = {
    ...contractData(),
    get features(): ArrayBuffer {
      throw new RangeError("Array buffer allocation failed");
    },
  };
  const spec = contractSpec(full);
  const limited = createSequentialExecutor({ datasets: [full], now, memoryBytes: 1e9 });
  expect(await limited.run(spec)).toMatchObject({ status: "out_of_memory", limit_bytes: 1e9, curve: [] });
  const unlimited = createSequentialExecutor({ datasets: [full], now });
  expect(await unlimited.run(spec)).toMatchObject({ status: "failed", error: { code: "out_of_memory" } });
});
