import { fileURLToPath } from "node:url";
import { ENGINE, type TrialSpec, trialId } from "@actbench/core/internal";
import { describe, it } from "vitest";
import { MACHINE } from "../test/machine.js";
import { redisOrSkip, startRedis } from "../test/redis-server.js";
import { data, essence, references, specs, stage } from "../test/stage.js";
import { contractSpec } from "../test/trials.js";
import { Broker } from "./broker.js";
import { needsOf, queueName } from "./capability.js";
import { encodeAnswer, encodeTask, jobId } from "./job.js";
import { newsOf, openQueue } from "./lane.js";
import { createQueueExecutor } from "./queue-executor.js";
import { Registry } from "./registry.js";
import { WorkSource } from "./work-source.js";

const NAME = queueName(needsOf(contractSpec(data), 1));
const file = (name: string): string => fileURLToPath(new URL(`../test/fixtures/${name}`, import.meta.url));

describe.skipIf(!redisOrSkip()).concurrent("what a stranger puts into the queue", () => {
  it("an agent refuses invalid jobs, limits jobs that are too large, and continues", async (context) => {
    const { expect } = context;
    const { redis, open, agentHere } = stage(context);
    const server = await redis();
    const broker = await Broker.open(server.address);
    context.onTestFinished(() => broker.close());
    const queue = openQueue(NAME, broker);
    await new Registry(broker).want([NAME]);
    const good = contractSpec(data);
    const task = { id: trialId(good), spec: good };
    const deep = { ...good.model.activation[0], tree: nested(300) };
    const jobs: readonly (readonly [string, unknown])[] = [
      ["t-nothing", null],
      ["t-number", 1],
      ["t-text", "text"],
      ["t-other-id", encodeTask({ ...task, id: "0".repeat(32) })],
      ["t-other-name", encodeTask(task)],
      ["t-deep", { ...task, spec: { ...good, model: { ...good.model, activation: [deep, deep] } } }],
      ["t-engine", { ...task, spec: { ...good, engine: ENGINE + 1 } }],
      ["t-prototype", JSON.parse('{ "__proto__": { "id": "x" }, "constructor": 1 }')],
      ["t-checkpoint", { ...encodeTask(task), from: { id: task.id, step: -1, state: "%", curve: "x" } }],
    ];
    for (const [id, job] of jobs) await queue.add("trial", job, { jobId: id });
    const huge: TrialSpec = { ...good, model: { ...good.model, hidden: [20_000, 20_000] } };
    await agentHere(server, { maxBytes: 2 ** 26, maxSeconds: 0.2 });
    for (const [id] of jobs)
      await expect
        .poll(async () => [id, (await queue.getJob(id))?.failedReason])
        .toEqual([id, expect.any(String)]);
    const executor = await open(server);
    // A run would name its size in the queue's name, and no agent of this size would take it.
    const name = queueName(needsOf(huge, 1));
    const large = { id: trialId(huge), spec: huge };
    await openQueue(name, broker).add("trial", encodeTask(large), { jobId: jobId(large) });
    await expect
      .poll(async () => JSON.stringify((await queue.getJob(jobId(large)))?.returnvalue ?? null))
      .toContain("out_of_memory");
    expect(await executor.run(contractSpec(data, 0, { epochs: 1e9 }))).toMatchObject({ status: "timed_out" });
    expect((await Promise.all(specs(3).map((spec) => executor.run(spec)))).map(essence)).toEqual(
      references(specs(3)),
    );
  });

  it("a run refuses an invalid result, and the trial may run again", async (context) => {
    const { expect } = context;
    const { redis, open, agentHere } = stage(context);
    const server = await redis();
    const broker = await Broker.open(server.address);
    const source = new WorkSource({ broker, lockMs: 30_000, onRemark: () => {} });
    context.onTestFinished(async () => {
      await source.close();
      await broker.close();
    });
    const executor = await open(server);
    const card = {
      engine: ENGINE,
      numerics: "strict",
      agent: "0".repeat(16),
      machine_id: "1".repeat(16),
      machine: MACHINE,
    } as const;
    const outcome = { status: "failed", id: "x", curve: [], error: { code: "x", message: "x" } } as const;
    const answers: readonly unknown[] = [
      null,
      "text",
      { ...card },
      { ...card, outcome: null },
      { ...card, packed: "no gzip" },
      { ...card, outcome, engine: ENGINE + 1 },
      { ...card, outcome, numerics: "fma" },
      { ...card, outcome: { status: "paused", id: "x", checkpoint: { state: 1 } } },
      { ...encodeAnswer({ ...card, outcome }), machine: "x".repeat(100) },
    ];
    source.open(NAME);
    for (const [seed, answer] of answers.entries()) {
      const ended = executor.run(contractSpec(data, seed));
      await expect
        .poll(async () => {
          source.expectAll();
          const next = await source.next("stranger");
          if (next === undefined) return false;
          await next.job.moveToCompleted(answer, next.token, false);
          broker.tell(newsOf(NAME), { type: "ended", job: next.job.id });
          return true;
        })
        .toBe(true);
      expect([seed, await ended]).toMatchObject([
        seed,
        { status: "failed", retryable: true, error: { code: "malformed_answer" } },
      ]);
    }
    await source.close();
    await agentHere(server);
    // The same trials: an answer that was none is not taken twice.
    expect((await Promise.all(specs(9).map((spec) => executor.run(spec)))).map(essence)).toEqual(
      references(specs(9)),
    );
  });
});

describe.skipIf(!redisOrSkip()).concurrent("who is not there", () => {
  it("a run reports the trials that no agent serves, and why", async (context) => {
    const { expect } = context;
    const { redis, open, agentHere } = stage(context);
    const server = await redis();
    const remarks: string[] = [];
    const executor = await open(server, remarks);
    const ended = executor.run(contractSpec(data));
    await expect
      .poll(() => remarks.join(), { timeout: 20_000 })
      .toContain("there is no agent; start one: actbench agent");
    const broker = await Broker.open(server.address);
    context.onTestFinished(() => broker.close());
    const { card } = await agentHere(server, { datasets: [] });
    await new Registry(broker).announce({ ...card, id: "2".repeat(16), engine: ENGINE + 1 });
    const other = await open(server, remarks);
    const waits = other.run(contractSpec(data, 1));
    await expect
      .poll(() => remarks.join(), { timeout: 20_000 })
      .toMatch(new RegExp(`lack.*(the data|engine ${ENGINE}).*;.*(the data|engine ${ENGINE})`));
    await agentHere(server);
    expect((await Promise.all([ended, waits])).map(essence)).toEqual(references(specs(2)));
  });

  it("two runs of the same trials share their work", async (context) => {
    const { expect } = context;
    const { redis, open, agentHere } = stage(context);
    const server = await redis();
    const started: string[] = [];
    await agentHere(server, { onEvent: (event) => event.type === "started" && started.push(event.id) });
    const runs = await Promise.all([open(server), open(server)]);
    const all = specs(10);
    const outcomes = await Promise.all(
      runs.map((executor) => Promise.all(all.map((spec) => executor.run(spec)))),
    );
    for (const ended of outcomes) expect(ended.map(essence)).toEqual(references(all));
    expect(started).toHaveLength(10);
  });
});

describe.skipIf(!redisOrSkip())("secured", () => {
  it("a broker with TLS is used with its certificate authority, and refused without", async ({
    expect,
    onTestFinished,
  }) => {
    const tls = { cert: file("localhost.crt"), key: file("localhost.key"), ca: file("localhost.crt") };
    const server = await startRedis({ tls });
    onTestFinished(() => server.stop());
    await expect(createQueueExecutor(server.address, { datasets: [] })).rejects.toMatchObject({
      code: "queue_unreachable",
      hint: expect.stringContaining("NODE_EXTRA_CA_CERTS"),
    });
    await expect(
      createQueueExecutor(server.address.replace("rediss", "redis"), { datasets: [] }),
    ).rejects.toMatchObject({ code: "queue_unreachable", hint: expect.stringContaining("rediss://") });
  });
});

/** sin(sin(… x)). */
function nested(depth: number): unknown {
  let tree: unknown = "x";
  for (let i = 0; i < depth; i++) tree = { op: "sin", args: [tree] };
  return tree;
}
