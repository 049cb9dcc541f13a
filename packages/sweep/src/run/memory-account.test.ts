import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { freshFolder, session } from "../../test/run-folder.js";

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
