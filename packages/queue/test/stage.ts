import {
  createSequentialExecutor,
  type Dataset,
  runTrial,
  type TrialOutcome,
  type TrialSpec,
} from "@actbench/core/internal";
import { type Agent, type AgentOptions, createAgent } from "../src/agent.js";
import { createQueueExecutor, type QueueExecutor } from "../src/queue-executor.js";
import { type AgentProcessOptions, startAgentProcess } from "./agent-process.js";
import { MACHINE } from "./machine.js";
import { type AtEnd, type RedisOptions, type RedisServer, startRedis } from "./redis-server.js";
import { contractData, contractSpec } from "./trials.js";

export const data: Dataset = contractData();

/** Trials of the seeds 0 … count - 1. */
export const specs = (count: number): readonly TrialSpec[] =>
  Array.from({ length: count }, (_, seed) => contractSpec(data, seed));

/** What makes two outcomes the same: status and digest. */
export const essence = (outcome: TrialOutcome): readonly string[] => [
  outcome.id,
  outcome.status,
  "digest" in outcome ? outcome.digest : "",
];

/** What these trials come to when nothing happens to them. */
export const references = (all: readonly TrialSpec[]): readonly (readonly string[])[] =>
  all.map((spec) => essence(runTrial(spec, data, { now: () => 0 })));

/** What a test opens, which ends with it. */
export function stage({ onTestFinished: atEnd }: { readonly onTestFinished: AtEnd }) {
  return {
    redis: async (options?: RedisOptions): Promise<RedisServer> => {
      const server = await startRedis(options);
      atEnd(() => server.stop());
      return server;
    },
    open: async ({ address }: RedisServer, remarks: string[] = []): Promise<QueueExecutor> => {
      const onRemark = (text: string): void => void remarks.push(text);
      const executor = await createQueueExecutor(address, { datasets: [data], onRemark, patienceSeconds: 1 });
      atEnd(() => executor.close());
      return executor;
    },
    agentProcess: ({ address }: RedisServer, options: AgentProcessOptions = {}) =>
      startAgentProcess(address, options, atEnd),
    agentHere: async ({ address }: RedisServer, options: Partial<AgentOptions> = {}): Promise<Agent> => {
      const executor = createSequentialExecutor({ datasets: [data], now: () => performance.now() / 1000 });
      const given = { executor, datasets: [data], machine: MACHINE, lockSeconds: 1, ...options };
      const agent = await createAgent(address, given);
      atEnd(() => agent.close());
      return agent;
    },
  };
}
