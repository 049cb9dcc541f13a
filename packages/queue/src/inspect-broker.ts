import type { AgentCard } from "./agent-card.js";
import { Broker, type BrokerFacts } from "./broker.js";
import { lackingOf, parseQueueName, whyNot } from "./capability.js";
import { openQueue } from "./lane.js";
import { Registry } from "./registry.js";

/** A queue that runs want served. */
export interface QueueReport {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  /** Agents that serve it. */
  readonly agents: number;
  /** What each agent that does not serve it lacks. */
  readonly lacking: readonly string[];
}

/** What a broker holds, and who is there. */
export interface BrokerReport extends BrokerFacts {
  /** Without user and password. */
  readonly address: string;
  readonly agents: readonly AgentCard[];
  readonly queues: readonly QueueReport[];
}

/** Connects to a broker and leaves; rejects with a `QueueError` where it cannot be used. */
export async function checkBroker(address: string): Promise<void> {
  await (await Broker.open(address)).close();
}

/** Looks at a broker; rejects with a `QueueError` where it cannot be used. */
export async function inspectBroker(address: string): Promise<BrokerReport> {
  const broker = await Broker.open(address);
  try {
    const registry = new Registry(broker);
    const agents = await registry.agents();
    const queues: QueueReport[] = [];
    for (const name of await registry.wanted()) {
      const needs = parseQueueName(name);
      if (needs === undefined) continue;
      const queue = openQueue(name, broker);
      const { wait = 0, active = 0 } = await queue.getJobCounts("wait", "active");
      if (needs.agent !== undefined && wait + active === 0) continue;
      queues.push({
        name,
        waiting: wait,
        active,
        agents: agents.filter((agent) => whyNot(needs, agent) === undefined).length,
        lacking: lackingOf(needs, agents),
      });
    }
    return { address: broker.shown, ...(await broker.facts()), agents, queues };
  } finally {
    await broker.close();
  }
}
