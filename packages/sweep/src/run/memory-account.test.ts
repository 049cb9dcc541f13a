import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { executorOf, freshFolder, MACHINE, open, session } from "../../test/run-folder.js";
import { runStudy } from "./run-study.js";

const SWEEP = "parameters: { model.hidden: [[16], [4096, 4096]] }\nseeds: 2\n";

test("a trial that needs more than the memory there is does not start, and the record says how much", async () => {
  const executor = new MemoryExecutor();
  const sweep = load(SWEEP, "budget.memory=64MiB");
  const { run, summary } = await session(freshFolder(), sweep, executor);
  expect(summary.counts).toMatchObject({ completed: 2, failed: 2 });
  expect(executor.started).toHaveLength(2);
  const large = sweep.plan.filter(({ point }) => point === 1).map(({ id }) => run.records.get(id));
  for (const record of large) {
    expect(record).toMatchObject({ status: "out_of_memory", limit_bytes: 64 * 2 ** 20, curve: [] });
    // Weights of 4096 x 4096 in f32 alone.
    expect(record?.status === "out_of_memory" && record.needed_bytes).toBeGreaterThan(64 * 2 ** 20);
  }
});

test("trials that fit one by one but not together run one after the other", async () => {
  const wide = new MemoryExecutor();
  await session(freshFolder(), load("model: { hidden: [4096, 4096] }\nseeds: 4\n"), wide, {
    concurrency: 4,
  });
  expect(wide.mostRunning).toBe(4);
  const tight = new MemoryExecutor();
  const { summary } = await session(
    freshFolder(),
    load("model: { hidden: [4096, 4096] }\nseeds: 4\nbudget: { memory: 300MiB }\n"),
    tight,
    { concurrency: 4 },
  );
  expect(summary.ended).toBe("done");
  expect(tight.mostRunning).toBe(1);
});

test("an executor that says nothing of memory gets every trial, whatever machine planned the study", async () => {
  const trainer = new MemoryExecutor();
  const { memoryBytes: _, ...far } = executorOf(trainer, 4);
  const sweep = load("model: { hidden: [8192, 8192] }\nseeds: 2\n");
  const host = { machine: { ...MACHINE, memory_bytes: 1 } };
  const run = await open(freshFolder(), sweep, host);
  expect((await runStudy({ run, executor: far, clock: () => 0 })).counts.completed).toBe(2);
  expect(trainer.mostRunning).toBe(2);
});

test("of the budget's memory and the executor's the smaller one holds", async () => {
  const executor = { ...executorOf(new MemoryExecutor()), memoryBytes: 2 ** 20 };
  const run = await open(
    freshFolder(),
    load("model: { hidden: [512] }\nseeds: 1\nbudget: { memory: 4GiB }\n"),
  );
  await runStudy({ run, executor, clock: () => 0 });
  expect([...run.records.values()]).toMatchObject([{ status: "out_of_memory", limit_bytes: 2 ** 20 }]);
});
