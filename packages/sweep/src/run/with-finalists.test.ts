import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { load, problemsOf } from "../../test/load.js";
import { MemoryExecutor, recordOf } from "../../test/memory-executor.js";
import { freshFolder, open, session } from "../../test/run-folder.js";
import { ConfigError } from "../config/config-error.js";
import { shardSweep } from "../shard/shard-sweep.js";
import { planTable } from "../study/plan-table.js";
import { readRun } from "./read-run.js";

// At lr 0.8 the second seed diverges: such a point is no finalist, however good its other seeds.
const SWEEP = `
name: finals
train: { epochs: 2 }
parameters: { activation: [relu, elu, tanh], lr: [0.1, 0.3, 0.8] }
seeds: { count: 3, confirm: 2 }
`;
const files = (folder: string) =>
  ["study.lock.yaml", "plan.jsonl", "results.csv"].map((file) => readFileSync(join(folder, file), "utf8"));

/** Runs both stages, the first to its end. */
async function whole(concurrency: number) {
  const out = freshFolder();
  await session(out, load(SWEEP), new MemoryExecutor(), { concurrency });
  const executor = new MemoryExecutor();
  const { run } = await session(out, load(SWEEP), executor, { concurrency });
  return { run, executor };
}

it("finalists are the best point of each activation, and run on fresh seeds when all else has ended", async () => {
  const sweep = load(SWEEP);
  expect(sweep.confirm).toEqual({ seeds: [3, 4], points: [] });
  expect(sweep.plan).toHaveLength(27);
  expect(planTable(sweep)).toMatchObject({ trials: 27, confirm: { seeds: 2, points: 3 } });
  const { run, executor } = await whole(2);
  const { plan, confirm } = run.study;
  const score = (point: number): number => {
    const records = [0, 1, 2].map((seed) => {
      const spec = sweep.points[point]?.spec;
      if (spec === undefined) throw new Error("no such point");
      return recordOf({ ...spec, seed });
    });
    if (records.some(({ status }) => status !== "completed")) return -1;
    return records.reduce((sum, { curve }) => sum + (curve.at(-1)?.validation?.accuracy ?? 0), 0);
  };
  const best = ["relu", "elu", "tanh"].map((activation) => {
    const own = sweep.points.filter(({ settings }) => settings.activation === activation);
    return own.toSorted((a, b) => score(b.point) - score(a.point))[0]?.point;
  });
  expect(confirm?.points).toEqual(best);
  expect(plan.slice(27).map(({ trial, point, seed }) => [trial, point, seed])).toEqual(
    [3, 4].flatMap((seed, k) => best.map((point, i) => [28 + 3 * k + i, point, seed])),
  );
  expect(executor.started.map(({ seed }) => seed)).toEqual([3, 3, 3, 4, 4, 4]);
  expect(run.study.revision).toBe(2);
  // The two stages read back, from files alone.
  const read = await readRun(run.folder);
  expect(read.study).toEqual(run.study);
  expect(read.records.size).toBe(33);
});

it("the same files come of any number of workers and of interruptions in either stage", async () => {
  const unbroken = files((await whole(1)).run.folder);
  expect(files((await whole(4)).run.folder)).toEqual(unbroken);
  const out = freshFolder();
  const limits = [20, 100, 4, 100];
  for (const limit of limits) await session(out, load(SWEEP), new MemoryExecutor(), { limit });
  const again = await open(out, load(SWEEP));
  expect(files(again.folder)).toEqual(unbroken);
  // Opening once more is no new revision.
  expect(readdirSync(again.folder).filter((file) => file.startsWith("study.lock."))).toEqual([
    "study.lock.1.yaml",
    "study.lock.yaml",
  ]);
});

it("is refused where the test set or a shard would choose", () => {
  expect(problemsOf("dataset: { validation: 0 }\nseeds: { count: 3, confirm: 2 }")).toEqual([
    "s.yaml:2:29: seeds.confirm: finalists cannot be chosen by test_accuracy (the test set must not select; hold validation examples out)",
  ]);
  expect(() => shardSweep(load(SWEEP), { index: 1, count: 2 })).toThrow(ConfigError);
  expect(load("seeds: { count: 3, confirm: 0 }").confirm).toBeUndefined();
});

const HALVED = `
name: halved-finals
method: halving
train: { epochs: 4 }
early_terminate: { min_iter: 1, eta: 2, within: activation }
parameters: { activation: [relu, elu, tanh], lr: [0.1, 0.2, 0.3, 0.4] }
seeds: { count: 2, confirm: 3 }
`;

it("after halving the finalists are those that came through the last rung, one of each activation", async () => {
  const out = freshFolder();
  const first = new MemoryExecutor();
  await session(out, load(HALVED), first);
  // Of each activation: 4 to epoch 1, 2 to epoch 2, 1 to epoch 4, over two seeds.
  expect(first.epochs).toBe(3 * 2 * (4 * 1 + 2 * 1 + 1 * 2));
  const second = new MemoryExecutor();
  const { run, summary } = await session(out, load(HALVED), second);
  expect(summary.ended).toBe("done");
  const { plan, points, confirm } = run.study;
  const through = points.filter(({ point }) =>
    plan
      .filter((trial) => trial.point === point && trial.seed < 2)
      .every(({ id }) => run.records.get(id)?.status === "completed"),
  );
  expect(through.map(({ settings }) => settings.activation)).toEqual(["relu", "elu", "tanh"]);
  expect(confirm).toEqual({ seeds: [2, 3, 4], points: through.map(({ point }) => point) });
  // Fresh seeds run whole, and decide no rung.
  expect(second.epochs).toBe(3 * 3 * 4);
  expect(run.records.size).toBe(3 * 4 * 2 + 9);
});

it("halved finalists are the same after any interruption, and none is chosen while a rung is open", async () => {
  const unbroken = freshFolder();
  for (let i = 0; i < 2; i++) await session(unbroken, load(HALVED), new MemoryExecutor());
  const { folder } = await open(unbroken, load(HALVED));
  const out = freshFolder();
  for (const limit of [5, 13, 7, 2, 100, 4, 100])
    await session(out, load(HALVED), new MemoryExecutor(), { limit });
  expect(files((await open(out, load(HALVED))).folder)).toEqual(files(folder));
});
