import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type EpochRecord, type TrialSpec, trialId } from "@actbench/core/internal";
import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { MemoryExecutor, recordOf } from "../../test/memory-executor.js";
import { freshFolder, session } from "../../test/run-folder.js";
import { ConfigError, type Progress, type Sweep, shardSweep } from "../index.js";
import { decodeCheckpoint, encodeCheckpoint, type SavedTrial } from "./checkpoint-file.js";

const SWEEP = `
name: halved
method: halving
train: { epochs: 9 }
parameters: { activation: [relu, elu, tanh], lr: [0.1, 0.2, 0.3] }
seeds: 2
`;

const results = (folder: string): string => readFileSync(join(folder, "results.csv"), "utf8");

/** Points that are still there after each rung, found the plain way: sort all by the mean over seeds. */
function survivorsOf({ points, seeds }: Sweep, epochs: readonly number[], eta: number): number[][] {
  let alive = points.map(({ point }) => point);
  return epochs.map((epoch) => {
    const score = (point: number): number =>
      seeds.reduce((sum, seed) => {
        const spec = points[point]?.spec;
        return sum + (spec ? (recordOf({ ...spec, seed }).curve[epoch]?.validation?.accuracy ?? 0) : 0);
      }, 0);
    alive = [...alive]
      .sort((a, b) => score(b) - score(a))
      .slice(0, Math.max(1, Math.floor(alive.length / eta)));
    return [...alive].sort((a, b) => a - b);
  });
}

test("each rung keeps the best third by the mean over seeds; the others end there, with their curve", async () => {
  const sweep = load(SWEEP);
  const executor = new MemoryExecutor();
  const { run, summary, events } = await session(freshFolder(), sweep, executor);
  const [first = [], second = []] = survivorsOf(sweep, [1, 3], 3);
  expect(second).toHaveLength(1);
  for (const { id, point } of sweep.plan) {
    const record = run.records.get(id);
    const rung = first.includes(point) ? (second.includes(point) ? undefined : 2) : 1;
    expect(record).toMatchObject(
      rung === undefined ? { status: "completed" } : { status: "pruned", rung, digest: expect.any(String) },
    );
    expect(record?.curve.at(-1)?.epoch).toBe(rung === undefined ? 9 : rung === 1 ? 1 : 3);
  }
  // Nothing is trained twice: all to epoch 1, three to 3, one to 9, twice each.
  expect(executor.epochs).toBe(2 * (9 * 1 + 3 * 2 + 1 * 6));
  expect(summary).toMatchObject({
    ended: "done",
    counts: { completed: 2, pruned: 16, finished: 18, failed: 0 },
  });
  expect(events.filter(({ type }) => type === "finished")).toHaveLength(18);
  expect(existsSync(join(run.folder, "checkpoints"))).toBe(false);
  expect(results(run.folder)).toMatch(/,pruned,/);
});

test("any number of workers and any order of ending come to the same results", async () => {
  const texts = [];
  for (const concurrency of [1, 2, 7, 50]) {
    let turn = concurrency;
    const during = async () => {
      turn = (turn * 7 + 3) % 11;
      for (let i = 0; i < turn; i++) await Promise.resolve();
      return undefined;
    };
    const { run } = await session(freshFolder(), load(SWEEP), new MemoryExecutor({ during }), {
      concurrency,
    });
    texts.push(results(run.folder));
  }
  expect(new Set(texts).size).toBe(1);
});

test("a run that is stopped after any event goes on, trains no pause twice and ends in the results of the unbroken run", async () => {
  const sweep = load(SWEEP, "seeds=1");
  const whole = await session(freshFolder(), sweep, new MemoryExecutor());
  const { length } = whole.events;
  const expected = results(whole.run.folder);
  for (let after = 1; after < length; after += 3) {
    const out = freshFolder();
    const stop = new AbortController();
    let events = 0;
    const onProgress = (event: Progress): void => {
      events += 1;
      if (events === after && event.type !== "begun") stop.abort();
    };
    await session(out, sweep, new MemoryExecutor(), { stop: stop.signal, onProgress });
    const second = await session(out, sweep, new MemoryExecutor(), { concurrency: 3 });
    expect(second.summary.ended).toBe("done");
    expect(results(second.run.folder)).toBe(expected);
  }
});

test("a drained run keeps its paused trials and goes on from them", async () => {
  const out = freshFolder();
  const sweep = load(SWEEP);
  const drain = new AbortController();
  let paused = 0;
  const onProgress = (event: Progress): void => {
    if (event.type === "paused" && ++paused === 5) drain.abort();
  };
  const before = new MemoryExecutor();
  const first = await session(out, sweep, before, { drain: drain.signal, onProgress });
  expect(first.summary.ended).toBe("drained");
  expect(readdirSync(join(first.run.folder, "checkpoints"))).toHaveLength(before.epochs);
  const after = new MemoryExecutor();
  await session(out, sweep, after);
  expect(before.epochs + after.epochs).toBe(2 * (9 + 6 + 6));
});

/** Another checkpoint in place of the one in a file. */
function forged(change: (saved: SavedTrial) => unknown): (bytes: Buffer) => Buffer {
  return (bytes) => {
    const saved = decodeCheckpoint(bytes);
    if (saved === undefined) throw new Error("it was damaged before");
    return encodeCheckpoint(change(saved) as SavedTrial);
  };
}

test("a damaged checkpoint is named, and costs its trial a run from the start, to the same end", async () => {
  const whole = await session(freshFolder(), load(SWEEP), new MemoryExecutor());
  const damages: ((bytes: Buffer) => Buffer)[] = [
    (bytes) => bytes.subarray(0, bytes.length - 1),
    (bytes) => bytes.subarray(0, 40),
    () => Buffer.alloc(0),
    (bytes) => Buffer.concat([bytes.subarray(0, 20), Buffer.from("X"), bytes.subarray(21)]),
    (bytes) => Buffer.concat([bytes.subarray(0, bytes.length - 1), Buffer.from("X")]),
    // Whole, each checksum right, and no checkpoint of this trial.
    forged((saved) => ({ ...saved, retries: "none" })),
    forged((saved) => ({ ...saved, checkpoint: { ...saved.checkpoint, curve: "x" } })),
    forged((saved) => ({ ...saved, checkpoint: { ...saved.checkpoint, step: 10 ** 9 } })),
    forged((saved) => ({
      ...saved,
      checkpoint: { ...saved.checkpoint, curve: saved.checkpoint.curve.slice(1) },
    })),
  ];
  const sweep = load(SWEEP);
  // The checkpoint of a trial that continues; that of a pruned trial is never read.
  const [survivors = []] = survivorsOf(sweep, [1], 3);
  const { id = "" } = sweep.plan.find(({ point }) => survivors.includes(point)) ?? {};
  const name = `${id}.checkpoint`;
  for (const damage of damages) {
    const out = freshFolder();
    const drain = new AbortController();
    const onProgress = (event: Progress): void => {
      if (event.type === "paused" && event.trial.id === id) drain.abort();
    };
    const { run } = await session(out, sweep, new MemoryExecutor(), {
      drain: drain.signal,
      onProgress,
    });
    const file = join(run.folder, "checkpoints", name);
    writeFileSync(file, damage(readFileSync(file)));
    const next = await session(out, sweep, new MemoryExecutor());
    const remarks = next.events.flatMap((event) => (event.type === "remark" ? [event.message] : []));
    expect([...next.run.notices, ...remarks]).toEqual([
      `checkpoints/${name} is damaged or from an older version of actbench, and was deleted; its trial runs from the start`,
    ]);
    expect(results(next.run.folder)).toBe(results(whole.run.folder));
  }
});

test("with more seeds a run comes to the decisions of a fresh one: pruned points may go on, others end", async () => {
  const out = freshFolder();
  const firsts = new Set<string>();
  for (const seeds of [1, 2, 3, 5, 8]) {
    const sweep = load(SWEEP, `seeds=${seeds}`);
    const grown = await session(out, sweep, new MemoryExecutor());
    const fresh = await session(freshFolder(), sweep, new MemoryExecutor());
    expect(results(grown.run.folder)).toBe(results(fresh.run.folder));
    firsts.add(String(survivorsOf(sweep, [1], 3)));
  }
  expect(firsts.size).toBeGreaterThan(1);
});

test("a trial that timed out ranks its point last, and what was decided so is marked", async () => {
  const isLost = ({ seed, train }: TrialSpec): boolean => seed === 1 && train.lr === 0.1;
  const executor = new MemoryExecutor({
    during: async (spec) =>
      isLost(spec) ? { status: "timed_out", id: trialId(spec), curve: [], after_s: 5 } : undefined,
  });
  const sweep = load(SWEEP);
  const { run } = await session(freshFolder(), sweep, executor);
  for (const { id, point, seed } of sweep.plan) {
    const spec = sweep.points[point]?.spec;
    const record = run.records.get(id);
    if (spec === undefined || isLost({ ...spec, seed })) expect(record?.status).toBe("timed_out");
    else if (spec.train.lr === 0.1) expect(record).toMatchObject({ rung: 1, depended_on_machine: true });
    if (record?.status === "pruned")
      expect(record.depended_on_machine).toBe(record.rung === 1 ? true : undefined);
  }
});

test("points that score the same stay in the order of their numbers", async () => {
  const same =
    "parameters: { activation: [relu, elu, tanh] }\nmethod: halving\nmetric: zero_fraction\nseeds: 1";
  const during = async (spec: TrialSpec) => {
    const record = recordOf(spec);
    const same = (epoch: EpochRecord) =>
      epoch.units?.map((layer) => ({ ...layer, zero_fraction: 0.5 })) ?? [];
    return { ...record, curve: record.curve.map((epoch) => ({ ...epoch, units: same(epoch) })) };
  };
  const sweep = load(same);
  const { run } = await session(freshFolder(), sweep, new MemoryExecutor({ during }));
  expect(sweep.plan.map(({ id }) => run.records.get(id)?.status)).toEqual(["completed", "pruned", "pruned"]);
});

test("early_terminate ends points of a random search too, and brackets of hyperband run side by side", async () => {
  const random = load(
    "method: random\nrun_cap: 8\nseeds: 2\nparameters: { lr: { min: 0.1, max: 0.6 } }\nearly_terminate: { min_iter: 1, eta: 2 }",
  );
  const { summary } = await session(freshFolder(), random, new MemoryExecutor());
  // Of 8 points 4, 2 and 1 are left after epochs 1, 2 and 4.
  expect(summary.counts).toMatchObject({ completed: 2, pruned: 14 });
  const hyperband = load(SWEEP, "early_terminate.type=hyperband");
  const both = await session(freshFolder(), hyperband, new MemoryExecutor());
  expect(hyperband.early_terminate?.brackets).toEqual([[1, 3], [3], []]);
  expect(both.summary).toMatchObject({ ended: "done", counts: { finished: 18 } });
  // 9 points: 5 of them begin at epoch 1, 2 at 3, 2 run to the end; each bracket keeps one.
  expect(both.summary.counts.completed).toBe(2 * (1 + 1 + 2));
});

test("--last-failed runs the failed trials again and decides anew", async () => {
  const out = freshFolder();
  const sweep = load(SWEEP);
  const fails = new MemoryExecutor({
    during: async (spec) =>
      spec.seed === 0 && spec.train.lr === 0.2
        ? { status: "failed", id: trialId(spec), curve: [], error: { code: "x", message: "m" } }
        : undefined,
  });
  const first = await session(out, sweep, fails);
  expect(first.summary.counts.failed).toBe(3);
  const executor = new MemoryExecutor();
  const again = await session(out, sweep, executor, { again: "failed" });
  expect(new Set(executor.started.map(({ seed, train }) => `${seed} ${train.lr}`))).toEqual(
    new Set(["0 0.2"]),
  );
  expect(again.summary.counts.failed).toBe(0);
  const rest = await session(out, sweep, new MemoryExecutor());
  expect(rest.summary.ended).toBe("done");
  const fresh = await session(freshFolder(), sweep, new MemoryExecutor());
  expect(results(rest.run.folder)).toBe(results(fresh.run.folder));
});

test("a timeout counts the time before a pause too", async () => {
  const asked: (number | undefined)[] = [];
  const executor = new MemoryExecutor({
    during: async (_, { timeout_s }) => {
      asked.push(timeout_s);
      return undefined;
    },
  });
  const sweep = load(SWEEP, "activation=relu", "lr=0.1", "seeds=1", "budget.trial_timeout=100s");
  await session(freshFolder(), sweep, executor, { concurrency: 1 });
  // The test's clock advances by a second at each reading.
  expect(asked).toHaveLength(3);
  expect(asked[0]).toBe(100);
  expect(asked[1]).toBeLessThan(100);
  expect(asked[2]).toBeLessThan(asked[1] ?? 0);
});

test("a record counts the retries before a pause too", async () => {
  const tries: string[] = [];
  const executor = new MemoryExecutor({
    during: async (spec, { from }) => {
      const part = `${trialId(spec)} ${from?.step ?? 0}`;
      tries.push(part);
      return tries.filter((tried) => tried === part).length === 1
        ? {
            status: "failed",
            id: trialId(spec),
            curve: [],
            error: { code: "worker_exit", message: "m" },
            retryable: true,
          }
        : undefined;
    },
  });
  const sweep = load(SWEEP, "activation=relu", "lr=0.1", "seeds=1");
  const { run } = await session(freshFolder(), sweep, executor, { concurrency: 1 });
  // Three parts, each of which loses its worker once.
  expect(tries).toHaveLength(6);
  expect([...run.records.values()]).toMatchObject([{ status: "completed", retries: 3 }]);
});

test("a shard of a study with rungs is refused: no shard sees all trials of a rung", () => {
  for (const text of [SWEEP, "early_terminate: { min_iter: 1 }\nparameters: { lr: [0.1, 0.2] }"])
    expect(() => shardSweep(load(text), { index: 1, count: 2 })).toThrow(ConfigError);
});
