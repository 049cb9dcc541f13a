import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Executor, type TrialRecord, trialId } from "@actbench/core/internal";
import { describe, expect, test } from "vitest";
import { load } from "../../test/load.js";
import { MemoryExecutor, recordOf } from "../../test/memory-executor.js";
import { executorOf, freshFolder, open, session } from "../../test/run-folder.js";
import type { Progress } from "./progress.js";
import { readRun } from "./read-run.js";
import { runStudy } from "./run-study.js";

const SWEEP = `
name: loop
train: { epochs: 2 }
parameters: { activation: [relu, elu], lr: [0.1, 0.8] }
seeds: 3
`;

const results = (folder: string): string => readFileSync(join(folder, "results.csv"), "utf8");

test("a study runs to its end, and what it wrote reads back as what came out", async () => {
  const executor = new MemoryExecutor();
  const sweep = load(SWEEP);
  const { run, summary, events } = await session(freshFolder(), sweep, executor);
  expect(summary).toMatchObject({
    ended: "done",
    counts: {
      total: 12,
      finished: 12,
      kept: 0,
      completed: 10,
      diverged: 2,
      failed: 0,
      running: 0,
      cost_left: 0,
    },
  });
  expect(executor.mostRunning).toBe(2);
  const read = await readRun(run.folder);
  expect(read.problems).toEqual([]);
  expect(read.study).toEqual(run.study);
  expect(read.study.plan).toEqual(sweep.plan);
  expect(read.study.points).toEqual(sweep.points);
  for (const { id, point, seed } of sweep.plan) {
    const spec = sweep.points[point]?.spec;
    expect(spec && read.records.get(id)).toEqual(spec && recordOf({ ...spec, seed }));
  }
  const kinds = new Set(events.map(({ type }) => type));
  expect([...kinds]).toEqual(["begun", "started", "epoch", "finished"]);
  expect(events.at(-1)?.counts).toMatchObject({ finished: 12, eta_s: 0 });
});

test("seeds come one after the other, within a seed the longest trial first", async () => {
  const executor = new MemoryExecutor();
  const sweep = load("parameters: { epochs: [1, 3, 2] }\nseeds: [5, 4]");
  await session(freshFolder(), sweep, executor, { concurrency: 1 });
  expect(executor.started.map(({ seed, train }) => [seed, train.epochs])).toEqual([
    [5, 3],
    [5, 2],
    [5, 1],
    [4, 3],
    [4, 2],
    [4, 1],
  ]);
});

test("a run that is stopped at any trial goes on with the same command, trains nothing twice and ends the same", async () => {
  const sweep = load(SWEEP);
  const whole = await session(freshFolder(), sweep, new MemoryExecutor());
  for (const stopIn of [1, 2, 6, 11]) {
    const out = freshFolder();
    const stop = new AbortController();
    const finished: string[] = [];
    const onProgress = (event: Progress): void => {
      if (event.type === "finished") finished.push(event.trial.id);
    };
    let trials = 0;
    const during = async (): Promise<undefined> => {
      trials += 1;
      if (trials === stopIn) stop.abort();
    };
    const first = await session(out, sweep, new MemoryExecutor({ during }), {
      stop: stop.signal,
      onProgress,
    });
    expect(first.summary.ended).toBe("stopped");
    expect(finished.length).toBeLessThan(stopIn);
    const executor = new MemoryExecutor();
    const second = await session(out, sweep, executor, { concurrency: 3 });
    expect(second.summary).toMatchObject({ ended: "done", counts: { kept: finished.length, finished: 12 } });
    const again = executor.started.map((spec) => trialId(spec));
    expect(again.filter((id) => finished.includes(id))).toEqual([]);
    expect(again).toHaveLength(12 - finished.length);
    expect(results(second.run.folder)).toBe(results(whole.run.folder));
  }
});

test("results do not depend on how many trials run at the same time or in which order they end", async () => {
  const sweep = load(SWEEP);
  const texts = [];
  for (const concurrency of [1, 2, 7, 50]) {
    let turn = concurrency;
    const during = async () => {
      turn = (turn * 7 + 3) % 11;
      for (let i = 0; i < turn; i++) await Promise.resolve();
      return undefined;
    };
    texts.push(
      results(
        (await session(freshFolder(), sweep, new MemoryExecutor({ during }), { concurrency })).run.folder,
      ),
    );
  }
  expect(new Set(texts).size).toBe(1);
});

test("to drain lets running trials end and starts no other; to stop breaks them off", async () => {
  for (const [name, ended, kept] of [
    ["drain", "drained", 2],
    ["stop", "stopped", 0],
  ] as const) {
    const control = new AbortController();
    const during = async () => {
      control.abort();
      return undefined;
    };
    const { summary, run } = await session(freshFolder(), load(SWEEP), new MemoryExecutor({ during }), {
      [name]: control.signal,
    });
    expect(summary.ended).toBe(ended);
    expect(run.records.size).toBe(kept);
    expect(summary.counts.running).toBe(0);
  }
});

test("a lost worker is retried and the record says how often; other failures are not", async () => {
  const tries = new Map<string, number>();
  const executor = new MemoryExecutor({
    during: async (spec) => {
      const id = trialId(spec);
      const count = (tries.get(id) ?? 0) + 1;
      tries.set(id, count);
      const fail = (code: string) =>
        ({ status: "failed", id, curve: [], error: { code, message: "m" } }) as const;
      const lose = () => ({ ...fail("worker_exit"), retryable: true }) as const;
      if (spec.train.epochs === 1 && count < 3) return lose();
      if (spec.train.epochs === 2) return lose();
      return spec.train.epochs === 3 ? fail("unsupported") : undefined;
    },
  });
  const sweep = load("parameters: { epochs: [0, 1, 2, 3] }\nseeds: 1");
  const { run, summary, events } = await session(freshFolder(), sweep, executor);
  expect(
    sweep.plan.map(({ id }) => [run.records.get(id)?.status, run.records.get(id)?.retries, tries.get(id)]),
  ).toEqual([
    ["completed", undefined, 1],
    ["completed", 2, 3],
    ["failed", 2, 3],
    ["failed", undefined, 1],
  ]);
  expect(summary.counts).toMatchObject({ completed: 2, failed: 2 });
  expect(events.filter(({ type }) => type === "retried")).toHaveLength(4);
  // The same command runs no failed trial again; `again` does.
  expect((await session(join(run.folder, ".."), sweep, executor)).summary.counts.kept).toBe(4);
  expect(
    (await session(join(run.folder, ".."), sweep, executor, { again: "failed" })).summary.counts.kept,
  ).toBe(2);
});

test("what the executor says of a failure is not part of the record, and its own repetitions count", async () => {
  const during = async (spec: Parameters<typeof recordOf>[0]) => {
    const failure = { status: "failed", id: trialId(spec), curve: [], error: { code: "gone", message: "m" } };
    return { ...failure, status: "failed", retries: 2, retryable: true } as const;
  };
  const sweep = load("parameters: { activation: [relu] }\nseeds: 1\nbudget: { retries: 1 }");
  const { run, events } = await session(freshFolder(), sweep, new MemoryExecutor({ during }));
  expect([...run.records.values()]).toEqual([
    { status: "failed", id: sweep.plan[0]?.id, curve: [], error: { code: "gone", message: "m" }, retries: 3 },
  ]);
  expect(events.filter(({ type }) => type === "retried")).toHaveLength(1);
});

test("as many trials run as the executor takes, also when workers join and leave", async () => {
  const trainer = new MemoryExecutor();
  const at: number[] = [];
  const executor: Executor = {
    ...executorOf(trainer),
    // 1 at first, 5 after the third trial, 2 after the twentieth.
    get concurrency() {
      return trainer.started.length < 3 ? 1 : trainer.started.length < 20 ? 5 : 2;
    },
    run: (spec, options) => {
      const running = trainer.run(spec, options);
      at.push(trainer.running);
      return running;
    },
  };
  const run = await open(freshFolder(), load("parameters: { activation: [relu, elu] }\nseeds: 15"));
  const { ended } = await runStudy({ run, executor, clock: () => 0 });
  expect(ended).toBe("done");
  expect(Math.max(...at.slice(0, 2))).toBe(1);
  expect(Math.max(...at)).toBe(5);
  expect(Math.max(...at.slice(25))).toBe(2);
});

test("a plan that the executor's arithmetic cannot compute is refused before anything is written", async () => {
  const out = join(freshFolder(), "runs");
  await expect(open(out, load(SWEEP), { numerics: ["strict"] })).rejects.toMatchObject({
    code: "run_unsupported",
    message: expect.stringMatching(
      /is planned with numerics fma, but the executor computes strict\. Plan it with numerics=strict, or/,
    ),
  });
  expect(existsSync(out)).toBe(false);
  expect((await open(out, load(SWEEP, "numerics=strict"), { numerics: ["strict"] })).records.size).toBe(0);
});

test("a session of the failed trials that is stopped has not done them, though each has a record", async () => {
  const out = freshFolder();
  const sweep = load("parameters: { epochs: [1, 2] }\nseeds: 1");
  const during = async (spec: Parameters<typeof recordOf>[0]) =>
    ({ status: "failed", id: trialId(spec), curve: [], error: { code: "x", message: "m" } }) as const;
  const first = await session(out, sweep, new MemoryExecutor({ during }));
  expect(first.summary).toMatchObject({ ended: "done", counts: { failed: 2 } });
  const stop = new AbortController();
  const stopping = new MemoryExecutor({
    during: async () => {
      stop.abort();
      return undefined;
    },
  });
  const second = await session(out, sweep, stopping, { again: "failed", stop: stop.signal });
  expect(stopping.started).toHaveLength(2);
  expect(second.summary.ended).toBe("stopped");
});

test("max_failures and a budget of time end a run in good order", async () => {
  const during = async (spec: Parameters<typeof recordOf>[0]) =>
    ({ status: "failed", id: trialId(spec), curve: [], error: { code: "x", message: "m" } }) as const;
  const failing = await session(
    freshFolder(),
    load(SWEEP, "budget.max_failures=3"),
    new MemoryExecutor({ during }),
    {
      concurrency: 1,
    },
  );
  expect(failing.summary).toMatchObject({ ended: "max_failures", counts: { failed: 3, running: 0 } });
  let seconds = 0;
  const clock = () => seconds;
  const slow = new MemoryExecutor({
    during: async () => {
      seconds += 10;
      return undefined;
    },
  });
  const late = await session(freshFolder(), load(SWEEP, "budget.time=35s"), slow, { clock, concurrency: 1 });
  expect(late.summary).toMatchObject({ ended: "budget_time", counts: { finished: 4, eta_s: 80 } });
});

test("an executor that is broken ends the run with its error; what finished is kept", async () => {
  const out = freshFolder();
  let count = 0;
  const during = async () => {
    count += 1;
    if (count > 3) throw new Error("no threads left");
    return undefined;
  };
  await expect(session(out, load(SWEEP), new MemoryExecutor({ during }))).rejects.toThrow("no threads left");
  expect((await open(out, load(SWEEP))).records.size).toBe(3);
});

describe("a result that is not a record of its trial", () => {
  test.each<[string, (record: TrialRecord) => unknown, string]>([
    [
      "another trial's record",
      ({ id, ...rest }) => ({ ...rest, id: id.replaceAll(/./g, "0") }),
      "id: expected",
    ],
    ["no curve", ({ curve, ...rest }) => rest, "curve: expected a list, found nothing"],
    [
      "a status of nobody's",
      (record) => ({ ...record, status: "<script>" }),
      'status: "<script>" is not a status',
    ],
    ["a curve that is a text", (record) => ({ ...record, curve: "x" }), 'curve: expected a list, found "x"'],
    [
      "100 % and a digest of zeros",
      (record) => ({ ...record, digest: "0".repeat(32) }),
      "curve: its last digest is",
    ],
    [
      "a pause that was not asked for",
      ({ id }) => ({ status: "paused", id }),
      "status: paused, which is not allowed here",
    ],
    [
      "an end that is the run's to decide",
      (record) => ({ ...record, status: "pruned", rung: 1 }),
      "status: pruned",
    ],
    ["nothing", () => undefined, "expected an object, found nothing"],
  ])("%s", async (_, answer, problem) => {
    const sound = new MemoryExecutor();
    const executor: Pick<Executor, "run"> = {
      run: async (spec, options) =>
        spec.seed === 1 ? (answer(recordOf(spec)) as TrialRecord) : sound.run(spec, options),
    };
    const out = freshFolder();
    const sweep = load("parameters: { activation: [relu] }\nseeds: 3\nbudget: { retries: 1 }");
    const { run, summary, events } = await session(out, sweep, executor);
    expect(summary).toMatchObject({ ended: "done", counts: { completed: 2, failed: 1 } });
    const failed = run.records.get(sweep.plan[1]?.id ?? "");
    expect(failed).toMatchObject({
      status: "failed",
      curve: [],
      retries: 1,
      error: {
        code: "malformed_answer",
        message: expect.stringContaining(`the result is not a record of this trial: ${problem}`),
      },
    });
    expect(events.filter(({ type }) => type === "retried")).toHaveLength(1);
    const again = await session(out, sweep, sound, { again: "failed" });
    expect(again.summary.counts).toMatchObject({ completed: 3, failed: 0 });
  });
});
