import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { load, problemsOf } from "../../test/load.js";
import { MemoryExecutor, recordOf } from "../../test/memory-executor.js";
import { freshFolder, open, session } from "../../test/run-folder.js";
import { ConfigError } from "../config/config-error.js";
import { readRun } from "../run/read-run.js";
import { shardSweep } from "../shard/shard-sweep.js";
import { planTable } from "./plan-table.js";

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

it("is refused where the test set or a shard would choose, and where points end early", () => {
  expect(problemsOf("dataset: { validation: 0 }\nseeds: { count: 3, confirm: 2 }")).toEqual([
    "s.yaml:2:29: seeds.confirm: finalists cannot be chosen by test_accuracy (the test set never chooses; hold validation examples out)",
  ]);
  expect(
    problemsOf(
      "method: halving\ntrain: { epochs: 9 }\nparameters: { lr: [0.1, 0.2] }\nseeds: { count: 3, confirm: 2 }",
    )[0],
  ).toContain("seeds.confirm: finalists are chosen among points whose trials all ran to their end");
  expect(() => shardSweep(load(SWEEP), { index: 1, count: 2 })).toThrow(ConfigError);
  expect(load("seeds: { count: 3, confirm: 0 }").confirm).toBeUndefined();
});
