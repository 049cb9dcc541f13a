import { factsOf } from "@actbench/datasets";
import { coreCount } from "../machine/cores.js";
import { resolveWorkers } from "../machine/resolve-workers.js";
import type { Study } from "../study/load-study.js";
import type { Trainer } from "../study/trainer.js";
import { plural } from "../terminal/plural.js";
import { loadQueue } from "./load-queue.js";
import { openAgent, type ThreadAgent } from "./open-agent.js";

export interface QueueOptions {
  readonly address: string;
  /** This machine trains too. */
  readonly local: boolean;
  /** Take no answers that an earlier, killed run left at the broker. */
  readonly fresh: boolean;
  readonly onRemark: (text: string) => void;
}

/** Connects to the agents that serve a queue, one in this process among them where that is asked for. */
export async function openQueue(
  { sweep, datasets, code }: Study,
  { address, local, fresh, onRemark }: QueueOptions,
): Promise<Trainer> {
  const { createQueueExecutor } = await loadQueue();
  const workers = resolveWorkers(sweep.workers, coreCount());
  const own: ThreadAgent | undefined = local
    ? await openAgent({ address, workers, datasets, code, onRemark })
    : undefined;
  try {
    const executor = await createQueueExecutor(address, { datasets: datasets.map(factsOf), fresh, onRemark });
    const agents = executor.agents();
    const threads = agents.reduce((sum, agent) => sum + agent.threads, 0);
    const machines = new Set(agents.map(({ machine_id }) => machine_id)).size;
    onRemark(
      agents.length === 0
        ? "no agent serves this study yet: waiting for one; on any machine: actbench agent"
        : `${plural(agents.length, "agent")} on ${plural(machines, "machine")}, ${plural(threads, "thread")}`,
    );
    const close = async (): Promise<void> => {
      await executor.close();
      await own?.close();
    };
    return { executor, workers: Math.max(1, threads), close };
  } catch (error) {
    await own?.close();
    throw error;
  }
}

/** The study without a bound on memory: that is each agent's own. */
export function withoutMemoryBound(study: Study, onRemark: (text: string) => void): Study {
  const { memory_bytes, ...budget } = study.sweep.budget;
  if (memory_bytes === undefined) return study;
  onRemark(
    "budget.memory bounds this machine alone; each agent has a bound of its own: actbench agent --memory",
  );
  return { ...study, sweep: { ...study.sweep, budget } };
}
