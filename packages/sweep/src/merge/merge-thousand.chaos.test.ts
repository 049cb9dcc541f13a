import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cpuSeconds } from "../../test/cpu-seconds.js";
import { load } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { executorOf, freshFolder, HOST, session } from "../../test/run-folder.js";
import { openRun } from "../run/open-run.js";
import { runStudy } from "../run/run-study.js";
import { shardSweep } from "../shard/shard-sweep.js";
import { mergeRuns } from "./merge-runs.js";

it("Merge of 1,000", async () => {
  const sweep = load(
    "name: thousand\ntrain: { epochs: 1 }\nparameters: { lr: { distribution: uniform, min: 0.1, max: 0.9, count: 50 } }\nseeds: 40\n",
  );
  const whole = await session(freshFolder(), sweep, new MemoryExecutor());
  const out = freshFolder();
  const folders: string[] = [];
  for (let index = 1; index <= 1000; index++) {
    const run = await openRun(out, shardSweep(sweep, { index, count: 1000 }), { ...HOST, asNew: true });
    await runStudy({ run, executor: executorOf(new MemoryExecutor(), 1), clock: () => 0 });
    run.close();
    folders.push(run.folder);
  }
  const target = freshFolder();
  let folder = "";
  const seconds = cpuSeconds(() => {
    const merged = mergeRuns(folders, target);
    expect(merged).toMatchObject({ shards: 1000, trials: 2000 });
    folder = merged.folder;
  });
  const csv = (folder: string): string => readFileSync(join(folder, "results.csv"), "utf8");
  expect(csv(folder)).toBe(csv(whole.run.folder));
  expect(seconds).toBeLessThan(30);
  console.info(`1,000 shards of 2 trials were merged in ${seconds.toFixed(1)} s of processor time`);
});
