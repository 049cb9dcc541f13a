import { join } from "node:path";
import { expect, it } from "vitest";
import { loadStudy } from "../../packages/cli/dist/index.js";
import { dataCard } from "../../packages/datasets/dist/index.js";
import { mergeRuns, openRun, runStudy, shardSweep } from "../../packages/sweep/dist/index.js";
import { createThreadExecutor } from "../../packages/workers/dist/index.js";
import { temporaryFolder } from "../actbench.js";
import { results, TINY, writeSweep } from "../tiny-study.js";
import { seededRandom } from "./seeded-random.js";

const ROUNDS = 16;
const MAX_DELAY_MS = 40;

it("random delays, 1 to 8 workers, 1 to 4 shards, any order of ending: one digest", async () => {
  const random = seededRandom("one digest");
  const cwd = temporaryFolder();
  const study = await loadStudy(writeSweep(cwd, TINY), { cwd });
  const machine = {
    cpu: "any",
    cores: 2,
    memory_bytes: 4e9,
    os: "",
    arch: "",
    node: "",
    v8: "",
    fma: study.fma,
  };
  const data = study.datasets.map(dataCard);
  const numerics = ["fma", "strict"] as const;
  const host = { machine, data, version: "0", now: Date.now, workers: 1, numerics };
  const delay = () => new Promise<void>((resolve) => setTimeout(resolve, random() * MAX_DELAY_MS));

  /** Runs a sweep, or a shard of it, on `workers` threads with random delays; returns its folder. */
  const train = async (out: string, sweep: typeof study.sweep, workers: number): Promise<string> => {
    const executor = createThreadExecutor({ workers, datasets: study.datasets });
    const run = await openRun(out, sweep, host);
    const late: typeof executor.run = async (spec, options) => {
      await delay();
      const record = await executor.run(spec, options);
      await delay();
      return record;
    };
    try {
      await runStudy({
        run,
        executor: { concurrency: workers, numerics, run: late, close: () => executor.close() },
        clock: () => performance.now() / 1000,
      });
    } finally {
      run.close();
      await executor.close();
    }
    return run.folder;
  };

  const reference = results(await train(join(cwd, "whole"), study.sweep, 1));
  expect(new Set(reference.map(({ digest }) => digest)).size).toBe(12);
  for (let round = 0; round < ROUNDS; round++) {
    const count = 1 + (round % 4);
    const out = join(cwd, `round ${round}`);
    const workers = Array.from({ length: count }, () => 1 + Math.floor(random() * 8));
    const folders = await Promise.all(
      workers.map((threads, i) =>
        train(
          count === 1 ? out : join(out, `${i}`),
          count === 1 ? study.sweep : shardSweep(study.sweep, { index: i + 1, count }),
          threads,
        ),
      ),
    );
    const folder = count === 1 ? folders[0] : mergeRuns(folders, out).folder;
    expect(results(folder ?? ""), `${count} shards, ${workers} workers`).toEqual(reference);
  }
});
