import type { Executor, TrialEvent } from "@actbench/core/internal";
import { runTrial } from "@actbench/core/internal";
import { describe, it } from "vitest";
import { redisOrSkip } from "../test/redis-server.js";
import { data, references, specs, stage } from "../test/stage.js";
import { createQueueExecutor } from "./queue-executor.js";

const A = "a".repeat(16);
const B = "b".repeat(16);

/** A machine whose weights are others from the second epoch on. */
const broken: Executor = {
  concurrency: 1,
  numerics: ["strict"],
  close: async () => {},
  run: async (spec) => {
    const record = runTrial(spec, data, { now: () => 0 });
    if (record.status !== "completed") return record;
    const curve = record.curve.map((epoch) =>
      epoch.epoch < 2 ? epoch : { ...epoch, digest: "0".repeat(32) },
    );
    return { ...record, curve, digest: "0".repeat(32) };
  },
};

describe.skipIf(!redisOrSkip())("trials that run again on another machine", () => {
  it("the run learns where each ran; the share that ran again came to the same bits", async (context) => {
    const { expect } = context;
    const { redis, agentHere } = stage(context);
    const server = await redis();
    const only = await agentHere(server, { machineId: A });
    const executor = await createQueueExecutor(server.address, { datasets: [data], recheck: 1 });
    context.onTestFinished(() => executor.close());
    const placed: TrialEvent[] = [];
    const onEvent = (event: TrialEvent): void => void (event.type === "placed" && placed.push(event));
    const all = specs(3);
    await Promise.all(all.map((spec) => executor.run(spec, { onEvent })));
    expect(executor.rechecks()).toEqual({ verified: 0, unverified: 3 });
    expect(placed.map((event) => "machine" in event && [event.machine.id, event.rechecked])).toEqual(
      all.map(() => [A, undefined]),
    );
    expect(placed).toMatchObject(all.map(() => ({ machine: { card: only.card.machine } })));
    await agentHere(server, { machineId: B });
    await expect.poll(() => executor.agents().length, { timeout: 20_000 }).toBe(2);
    const more = specs(7).slice(3);
    const outcomes = await Promise.all(more.map((spec) => executor.run(spec, { onEvent })));
    expect(outcomes.map((outcome) => "digest" in outcome && outcome.digest)).toEqual(
      references(more).map(([, , digest]) => digest),
    );
    expect(executor.rechecks()).toEqual({ verified: 4, unverified: 3 });
    for (const event of placed.slice(3))
      expect("machine" in event && [event.machine.id, event.rechecked?.id].sort()).toEqual([A, B]);
  });

  it("other bits are an error that names the updates and both machines", async (context) => {
    const { expect } = context;
    const { redis, agentHere } = stage(context);
    const server = await redis();
    await agentHere(server, { machineId: A });
    await agentHere(server, { machineId: B, executor: broken });
    const executor = await createQueueExecutor(server.address, { datasets: [data], recheck: 1 });
    context.onTestFinished(() => executor.close());
    const [spec] = specs(1);
    await expect(spec && executor.run(spec)).rejects.toMatchObject({
      code: "queue_recheck",
      message: expect.stringMatching(
        /first differ between step 13 and step 26 \(epoch 2\); the machines: test and test/,
      ),
      hint: expect.stringContaining("actbench replay"),
    });
  });
});
