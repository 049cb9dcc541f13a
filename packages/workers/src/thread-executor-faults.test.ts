import { type ErrorRecord, type TrialEvent, type TrialRecord, trialId } from "@actbench/core/internal";
import { afterEach, describe, expect, it } from "vitest";
import { fixtureExecutor, release } from "../test/fixture-executor.js";
import { specOf } from "../test/spec-of.js";
import type { Stall } from "./stall.js";
import type { ThreadExecutor, ThreadExecutorOptions } from "./thread-executor.js";

let open: ThreadExecutor[] = [];
const start = (options: Partial<ThreadExecutorOptions> = {}, fixture = "behaviors") => {
  const { executor } = fixtureExecutor(options, fixture);
  open.push(executor);
  return executor;
};
afterEach(async () => {
  await Promise.all(open.map((executor) => executor.close()));
  open = [];
});

const exited = (code: number) => ({
  code: "worker_exit",
  message: `the worker exited with code ${code} in the middle of the trial`,
});

const epochs = (record: unknown) => (record as TrialRecord).curve.map(({ epoch }) => epoch);

describe("a bad trial costs at most itself", () => {
  it.each([
    ["Worker throws", "throws", { code: "trial_error", message: "no luck" }],
    ["throws with a code", "throws with a code", { code: "unsupported", message: "not here" }],
    ["throws `undefined`", "throws undefined", { code: "trial_error", message: "undefined was thrown" }],
    ["throws an object", "throws an object", { code: "trial_error", message: '{"odd":true} was thrown' }],
    ["`process.exit(0)`", "exits with 0", exited(0)],
    ["`process.exit(1)`", "exits with 1", exited(1)],
  ])("%s", async (_, behavior, error) => {
    const executor = start();
    const record = await executor.run(specOf(behavior));
    expect(record).toMatchObject({ status: "failed", error });
    expect(epochs(record)).toEqual([0, 1]);
    // What a trial throws it throws again; a thread that is gone may have been lost to something else.
    expect("retryable" in record).toBe(error.code === "worker_exit");
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    expect(await executor.run(specOf("completes"))).toMatchObject({ status: "completed" });
  });

  it.each([
    ["Stack overflow", "overflows the stack", "Maximum call stack size exceeded"],
    ["Wasm trap", "traps", "unreachable"],
    ["A message that cannot be cloned", "cannot be cloned", "could not be cloned"],
  ])("%s", async (_, behavior, message) => {
    const executor = start();
    const record = await executor.run(specOf(behavior));
    expect(record).toMatchObject({ status: "failed", error: { message: expect.stringContaining(message) } });
    expect(await executor.run(specOf("completes"))).toMatchObject({ status: "completed" });
  });

  it.each([
    ["Endless JS loop", "loops in JavaScript"],
    ["endless Wasm loop", "loops in WebAssembly"],
    ["blocked in `Atomics.wait`", "blocks in Atomics.wait"],
  ])("%s", async (_, behavior) => {
    const executor = start();
    const record = await executor.run(specOf(behavior), { timeout_s: 0.5 });
    expect(record).toMatchObject({ status: "timed_out" });
    expect((record as Extract<TrialRecord, { status: "timed_out" }>).after_s).toBeGreaterThanOrEqual(0.049);
    expect(epochs(record)).toEqual([0, 1]);
    const stop = new AbortController();
    const onEvent = (event: TrialEvent) => event.type === "epoch" && stop.abort();
    const run = executor.run(specOf(behavior), { signal: stop.signal, onEvent });
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
    expect(await executor.run(specOf("completes"))).toMatchObject({ status: "completed" });
  });

  it("A result that comes after the trial was declared dead", async () => {
    const { executor, latch } = fixtureExecutor();
    open.push(executor);
    const stop = new AbortController();
    const onEvent = (event: TrialEvent) => {
      if (event.type !== "epoch") return;
      // The thread has posted its result before this thread receives it, and before it receives the exit
      // event.
      release(latch);
      while (Atomics.load(latch, 3) === 0);
      stop.abort();
    };
    const run = executor.run(specOf("waits for the latch"), { signal: stop.signal, onEvent });
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
    expect(await executor.run(specOf("completes"))).toMatchObject({ status: "completed" });
  });

  it("Heap bomb", async () => {
    const executor = start({ heapBytes: 32 * 2 ** 20 });
    const record = await executor.run(specOf("fills the heap"));
    expect(record).toMatchObject({ status: "out_of_memory", limit_bytes: 32 * 2 ** 20 });
    expect(record).not.toHaveProperty("retryable");
    expect(await executor.run(specOf("completes"))).toMatchObject({ status: "completed" });
  });

  it("typed-array bomb (not covered by resourceLimits)", async () => {
    const executor = start({ memoryBytes: 300 * 2 ** 20 });
    const record = await executor.run(specOf("fills typed arrays"));
    expect(record).toMatchObject({ status: "out_of_memory", limit_bytes: expect.any(Number) });
    expect(epochs(record)).toEqual([0, 1]);
    expect(await executor.run(specOf("completes"))).toMatchObject({ status: "completed" });
  });

  it("one of several that fill memory: none is called guilty that may be innocent", async () => {
    const executor = start({ workers: 2, memoryBytes: 300 * 2 ** 20 });
    const [first, second] = await Promise.all([
      executor.run(specOf("fills typed arrays")),
      executor.run(specOf("blocks in Atomics.wait")),
    ]);
    // The newest is removed first and may be retried; the one that remains alone is the culprit.
    expect([first, second]).toContainEqual(
      expect.objectContaining({
        status: "failed",
        error: expect.objectContaining({ code: "memory_pressure" }),
        retryable: true,
      }),
    );
  }, 10_000);

  it("one that is stuck is heard of while it is stuck; a busy one never is", async () => {
    const stalls: Stall[] = [];
    const executor = start({ workers: 2, stallSeconds: 0.3, onStall: (stall) => stalls.push(stall) });
    const stuck = specOf("blocks in Atomics.wait");
    await Promise.all([
      executor.run(stuck, { timeout_s: 1.2 }),
      executor.run(specOf("keeps counting"), { timeout_s: 1.2 }),
    ]);
    expect(stalls).toEqual([{ id: trialId(stuck), updates: 0, seconds: expect.any(Number) }]);
  });

  it("Patched `Math` or `Object.prototype` left behind", async () => {
    const faults: ErrorRecord[] = [];
    const executor = start({ onFault: (error) => faults.push(error) });
    expect(await executor.run(specOf("patches Math"))).toMatchObject({
      status: "failed",
      error: {
        code: "patched_globals",
        message: expect.stringContaining("Math.fround, Object.prototype.polluted"),
      },
    });
    expect(await executor.run(specOf("tells of patches"))).toMatchObject({ status: "completed" });
    expect(faults).toHaveLength(1);
  });

  it("one that asks for too large an array", async () => {
    const record = await start().run(specOf("asks for too large an array"));
    expect(record).toMatchObject({ status: "out_of_memory" });
  });

  it("rejects late", async () => {
    const executor = start({ onFault: () => undefined });
    for (const seed of [0, 1, 2]) {
      const [late, next] = await Promise.all([
        executor.run(specOf("rejects late", seed)),
        executor.run(specOf("completes", seed)),
      ]);
      expect([late.status, next.status]).toEqual(["completed", "completed"]);
    }
  });

  it("one that rejects late is heard of", async () => {
    const heard = await new Promise<ErrorRecord>((resolve, reject) => {
      start({ onFault: resolve }).run(specOf("rejects late")).catch(reject);
    });
    expect(heard).toMatchObject({ code: "worker_error", message: "late" });
  });

  it("one beside another: its death leaves the other alone", async () => {
    const executor = start({ workers: 2 });
    const [bad, ...good] = await Promise.all([
      executor.run(specOf("exits with 1")),
      ...Array.from({ length: 8 }, (_, seed) => executor.run(specOf("tells a lot", seed))),
    ]);
    expect(bad).toMatchObject({ status: "failed" });
    expect(good.map(({ status }) => status)).toEqual(new Array(8).fill("completed"));
  });

  it("many of all kinds in a row: the pool goes on", async () => {
    const executor = start({ workers: 2 });
    const kinds = ["throws", "exits with 1", "loops in JavaScript", "completes", "throws undefined"];
    const records = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        executor.run(specOf(kinds[i % kinds.length] ?? "", i), { timeout_s: 0.5 }),
      ),
    );
    const expected = ["failed", "failed", "timed_out", "completed", "failed"];
    expect(records.map(({ status }) => status)).toEqual(records.map((_, i) => expected[i % kinds.length]));
  });

  it("one whose data the executor was not given", async () => {
    const spec = specOf("completes");
    const record = await start().run({ ...spec, dataset: { ...spec.dataset, hash: "0123456789" } });
    expect(record).toMatchObject({
      status: "failed",
      error: { code: "dataset_missing", message: expect.stringContaining("given latch latch") },
    });
  });
});

describe("A worker that cannot start", () => {
  it.each([
    ["throws-at-start", "broken entry"],
    ["exits-at-start", "exited with code: 3"],
    ["no-such-file", "no-such-file"],
  ])("breaks the executor, not the trials: %s", async (fixture, message) => {
    const executor = start({ workers: 2, onFault: () => undefined }, fixture);
    const runs = Array.from({ length: 5 }, (_, seed) => executor.run(specOf("completes", seed)));
    for (const result of await Promise.allSettled(runs))
      expect(result).toMatchObject({
        status: "rejected",
        reason: { code: "worker_cannot_start", message: expect.stringContaining(message) },
      });
    await expect(executor.run(specOf("completes"))).rejects.toMatchObject({ code: "worker_cannot_start" });
  });
});
