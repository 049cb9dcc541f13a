import type { TrialEvent, TrialRecord } from "@actbench/core/internal";
import { afterEach, describe, expect, it } from "vitest";
import { fixtureExecutor, release } from "../test/fixture-executor.js";
import { specOf } from "../test/spec-of.js";
import type { ThreadExecutor, ThreadExecutorOptions } from "./thread-executor.js";

let open: ThreadExecutor[] = [];
const start = (options: Partial<ThreadExecutorOptions> = {}) => {
  const fixture = fixtureExecutor(options);
  open.push(fixture.executor);
  return fixture;
};
afterEach(async () => {
  await Promise.all(open.map((executor) => executor.close()));
  open = [];
});

const curveLength = (record: unknown) => (record as TrialRecord).curve.length;

describe("a thread executor", () => {
  it("tells that a trial started, then its epochs in order, then gives the record", async () => {
    const { executor } = start();
    const told: TrialEvent[] = [];
    const record = await executor.run(specOf("completes"), { onEvent: (event) => told.push(event) });
    expect(record).toMatchObject({ status: "completed", digest: "d" });
    expect(
      told.map((event) =>
        event.type === "started" ? event.worker : event.type === "epoch" && event.epoch.epoch,
      ),
    ).toEqual([1, 0, 1, 2]);
  });

  it("has told everything before each of many records", async () => {
    const { executor } = start({ workers: 2 });
    const counts = await Promise.all(
      Array.from({ length: 60 }, async (_, seed) => {
        let epochs = 0;
        const onEvent = (event: TrialEvent) => {
          if (event.type === "epoch" && event.epoch.epoch === epochs) epochs++;
        };
        const record = await executor.run(specOf("tells a lot", seed), { onEvent });
        return [epochs, curveLength(record)];
      }),
    );
    expect(counts).toEqual(new Array(60).fill([50, 50]));
  });

  it("runs as many trials at a time as it has workers, each with a number of its own", async () => {
    const { executor, latch } = start({ workers: 2 });
    const slots: unknown[] = [];
    const onEvent = (event: TrialEvent) => {
      if (event.type === "started" && slots.push(event.worker) === 2) release(latch);
    };
    const spec = (seed: number) => specOf("waits for the latch", seed);
    await Promise.all([executor.run(spec(0), { onEvent }), executor.run(spec(1), { onEvent })]);
    expect(slots.sort()).toEqual([1, 2]);
  });

  it("says how far a running trial is", async () => {
    const { executor, latch } = start();
    const seen: (number | undefined)[] = [];
    const onEvent = (event: TrialEvent) => {
      if (event.type !== "epoch") return;
      seen.push(executor.progressOf(event.id), executor.progressOf("another"));
      release(latch);
    };
    const { id } = await executor.run(specOf("waits for the latch"), { onEvent });
    expect([...seen, executor.progressOf(id)]).toEqual([7, undefined, undefined]);
  });

  it("pauses a trial and goes on from its checkpoint", async () => {
    const { executor } = start();
    const spec = specOf("pauses");
    const first = await executor.run(spec, { until: 5 });
    if (first.status !== "paused") throw new Error("expected a paused trial");
    expect(first.checkpoint).toMatchObject({ step: 5, scalars: [0.5], state: Uint8Array.of(5) });
    const second = await executor.run(spec, { from: first.checkpoint, until: 9 });
    if (second.status !== "paused") throw new Error("expected a paused trial");
    expect(second.checkpoint.state).toEqual(Uint8Array.of(5, 9));
    const last = await executor.run(spec, { from: second.checkpoint });
    expect(last).toMatchObject({ status: "completed" });
    expect(curveLength(last)).toBe(3);
  });

  it("aborts a trial that waits in the queue without harm to the one that runs", async () => {
    const { executor, latch } = start();
    const stop = new AbortController();
    let waiting: Promise<unknown> = Promise.resolve();
    const onEvent = (event: TrialEvent) => {
      if (event.type !== "epoch") return;
      waiting = executor.run(specOf("completes"), { signal: stop.signal }).catch((error: unknown) => error);
      stop.abort("enough");
      release(latch);
    };
    expect(await executor.run(specOf("waits for the latch"), { onEvent })).toMatchObject({
      status: "completed",
    });
    expect(await waiting).toMatchObject({ name: "AbortError", cause: "enough" });
  });

  it("does not count the time in the queue as the trial's", async () => {
    const { executor } = start();
    const first = executor.run(specOf("loops in JavaScript"), { timeout_s: 0.3 });
    const second = executor.run(specOf("completes"), { timeout_s: 0.2 });
    expect(await first).toMatchObject({ status: "timed_out" });
    expect(await second).toMatchObject({ status: "completed" });
  });

  it("takes a time limit beyond what timers know for no limit", async () => {
    const { executor } = start();
    expect(await executor.run(specOf("completes"), { timeout_s: 1e9 })).toMatchObject({
      status: "completed",
    });
  });

  it("can be closed at any moment while its threads load", async () => {
    for (let wait_ms = 0; wait_ms < 120; wait_ms += 12) {
      const { executor } = fixtureExecutor({ workers: 2 });
      await new Promise((resolve) => setTimeout(resolve, wait_ms));
      await executor.close();
    }
  });

  it("ends all threads when it is closed, aborts what runs, and takes nothing more", async () => {
    const { executor, latch } = start({ workers: 2 });
    const outcomes: unknown[] = [];
    await new Promise<void>((loops) => {
      const onEvent = (event: TrialEvent) => event.type === "epoch" && loops();
      for (const seed of [0, 1, 2])
        void executor
          .run(specOf("loops in JavaScript", seed), { onEvent })
          .catch((error) => outcomes.push(error));
    });
    await executor.close();
    expect(outcomes).toMatchObject(new Array(3).fill({ name: "AbortError" }));
    // A thread that still ran would beat while this one reads a million times.
    const beat = Atomics.load(latch, 2);
    for (let i = 0; i < 1_000_000; i++) if (Atomics.load(latch, 2) !== beat) expect.fail("a thread lives on");
  });
});
