import type { Executor, TrialSpec } from "@actbench/core/internal";
import { describe, it } from "vitest";
import { redisOrSkip } from "../test/redis-server.js";
import { data, essence, references, specs, stage } from "../test/stage.js";
import { contractSpec } from "../test/trials.js";

const runAll = async (executor: Executor, all: readonly TrialSpec[]) =>
  (await Promise.all(all.map((spec) => executor.run(spec)))).map(essence);

describe.skipIf(!redisOrSkip()).concurrent("faults of agents", () => {
  it("the trial of a killed agent is given to another, and counts as a retry", async (context) => {
    const { expect } = context;
    const { redis, open, agentProcess } = stage(context);
    const server = await redis();
    const [victim] = await Promise.all([agentProcess(server), agentProcess(server)]);
    const executor = await open(server);
    const all = specs(8);
    const outcomes = Promise.all(all.map((spec) => executor.run(spec)));
    await victim.seen("started");
    victim.kill("SIGKILL");
    const ended = await outcomes;
    expect(ended.map(essence)).toEqual(references(all));
    expect(ended.some((outcome) => "retries" in outcome && outcome.retries === 1)).toBe(true);
  });

  it.for([
    ["an agent that is stopped and continued", "SIGSTOP"],
    ["an agent whose event loop is blocked", "SIGUSR2"],
  ] as const)("%s lets go of its trial when it wakes", async ([, signal], context) => {
    const { expect } = context;
    const { redis, open, agentProcess } = stage(context);
    const server = await redis();
    const [sleeper, other] = await Promise.all([agentProcess(server), agentProcess(server)]);
    const executor = await open(server);
    const all = specs(6);
    const outcomes = Promise.all(all.map((spec) => executor.run(spec)));
    await sleeper.seen("started");
    sleeper.kill(signal);
    expect((await outcomes).map(essence)).toEqual(references(all));
    sleeper.kill("SIGCONT");
    await sleeper.seen("lost");
    other.kill("SIGKILL");
    // It works on: the only one that is left.
    const more = specs(8).slice(6);
    expect(await runAll(executor, more)).toEqual(references(more));
  });

  it("a trial that kills its agents is given to three of them and no more", async (context) => {
    const { expect } = context;
    const { redis, open, agentProcess } = stage(context);
    const server = await redis();
    const agents = await Promise.all([1, 2, 3, 4].map(() => agentProcess(server, { lockSeconds: 0.6 })));
    const executor = await open(server);
    const bad = await executor.run(contractSpec(data, 13));
    expect(bad).toMatchObject({
      status: "failed",
      error: { code: "agents_lost", message: expect.stringContaining("3 agents were lost") },
    });
    expect(bad).not.toHaveProperty("retryable");
    const alive = agents.filter(({ events }) => events.every(({ type }) => type !== "started"));
    expect(alive).toHaveLength(1);
    expect(await runAll(executor, specs(2))).toEqual(references(specs(2)));
  });

  it("an agent that is stopped finishes its running trials, and one that is closed returns them", async (context) => {
    const { expect } = context;
    const { redis, open, agentProcess, agentHere } = stage(context);
    const server = await redis();
    const executor = await open(server);
    const first = await agentProcess(server, { lockSeconds: 30 });
    const all = specs(4);
    const outcomes = Promise.all(all.map((spec) => executor.run(spec)));
    await first.seen("started");
    first.kill("SIGTERM");
    await first.ended;
    expect(first.events.filter(({ type }) => type === "ended")).toHaveLength(1);
    const hurried = await agentHere(server, { executor: endless(), lockSeconds: 30 });
    await expect.poll(() => executor.agents().length, { timeout: 20_000 }).toBe(1);
    await hurried.close();
    await agentHere(server);
    expect((await outcomes).map(essence)).toEqual(references(all));
  });
});

describe.skipIf(!redisOrSkip()).concurrent("faults of the broker", () => {
  it.for([
    ["a killed broker that keeps its data", true],
    ["a killed broker that comes back empty", false],
  ] as const)("%s: every trial ends once", async ([, persistent], context) => {
    const { expect } = context;
    const { redis, open, agentProcess } = stage(context);
    const server = await redis({ persistent });
    const agent = await agentProcess(server, { threads: 2 });
    const remarks: string[] = [];
    const executor = await open(server, remarks);
    const all = specs(8);
    const outcomes = Promise.all(all.map((spec) => executor.run(spec)));
    await agent.seen("ended");
    await server.kill();
    await expect.poll(() => remarks.join(), { timeout: 20_000 }).toContain("is unreachable: waiting for it");
    await server.start();
    expect((await outcomes).map(essence)).toEqual(references(all));
    expect(remarks.join()).toContain("is back");
    if (!persistent) expect(remarks.join()).toContain("is missing from the queue");
  });

  it("a broker that deletes keys when its memory is full is refused", async (context) => {
    const { expect } = context;
    const { redis, open } = stage(context);
    const server = await redis({ args: ["--maxmemory-policy", "allkeys-lru"] });
    await expect(open(server)).rejects.toMatchObject({
      code: "queue_unfit",
      message: expect.stringContaining("allkeys-lru"),
      hint: expect.stringContaining("noeviction"),
    });
  });

  it("a broker whose memory is full refuses the trial, and finished trials are kept", async (context) => {
    const { expect } = context;
    const { redis, open, agentHere } = stage(context);
    const server = await redis({ args: ["--maxmemory", "1mb"] });
    await agentHere(server).catch(() => undefined);
    const failure = await await open(server)
      .then(
        (executor) => executor.run(contractSpec(data)),
        (error: unknown) => Promise.reject(error),
      )
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "queue_refused", message: expect.stringContaining("maxmemory") });
  });
});

/** Trials that end when they are ended. */
function endless(): Executor {
  return {
    concurrency: 1,
    numerics: ["strict"],
    close: async () => {},
    run: (_, { signal, onEvent, id = "" } = {}) => {
      onEvent?.({ type: "started", id });
      return new Promise((_, reject) =>
        signal?.addEventListener("abort", () => reject(new Error("aborted"))),
      );
    },
  };
}
