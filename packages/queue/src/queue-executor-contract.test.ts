import { performance } from "node:perf_hooks";
import { executorContract } from "@actbench/core/executor-contract";
import { createSequentialExecutor, type Executor } from "@actbench/core/internal";
import { afterAll, beforeAll, describe, it } from "vitest";
import { MACHINE } from "../test/machine.js";
import { type RedisServer, redisOrSkip, startRedis } from "../test/redis-server.js";
import { contractData, contractSpec } from "../test/trials.js";
import { type Agent, createAgent } from "./agent.js";
import { createQueueExecutor } from "./queue-executor.js";

describe.skipIf(!redisOrSkip())("agents keep the executor contract", () => {
  let server: RedisServer;
  let loser: RedisServer;
  let agent: Promise<Agent> | undefined;
  const data = contractData();
  beforeAll(async () => {
    [server, loser] = await Promise.all([startRedis(), startRedis()]);
  });
  const now = (): number => performance.now() / 1000;
  const { checks, close } = executorContract({
    open: async (datasets) => {
      agent ??= createAgent(server.address, {
        executor: createSequentialExecutor({ datasets, now }),
        datasets,
        machine: MACHINE,
      });
      await agent;
      return createQueueExecutor(server.address, { datasets });
    },
    lose: async () => {
      const lost: Executor = {
        concurrency: 1,
        numerics: ["strict"],
        run: async (_, { id = "" } = {}) => ({
          status: "failed",
          id,
          curve: [],
          error: { code: "worker_exit", message: "the thread exited" },
          retryable: true,
        }),
        close: async () => {},
      };
      const unlucky = await createAgent(loser.address, {
        executor: lost,
        datasets: [data],
        machine: MACHINE,
      });
      const executor = await createQueueExecutor(loser.address, { datasets: [data] });
      try {
        return await executor.run(contractSpec(data));
      } finally {
        await executor.close();
        await unlucky.close();
      }
    },
  });
  afterAll(async () => {
    await close();
    await (await agent)?.close();
    await Promise.all([server.stop(), loser.stop()]);
  });
  it.each(checks)("$name", ({ check }) => check());
});
