import { factsOf } from "@actbench/datasets";
import type { QueueExecutor } from "@actbench/queue";
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
  /** Share of the trials that run again on another machine. */
  readonly recheck: number;
  /** Take no answers that an earlier, killed run left at the broker. */
  readonly fresh: boolean;
  readonly onRemark: (text: string) => void;
}

/** Connects to the agents that serve a queue, one in this process among them where that is asked for. */
export async function openQueue(
  { sweep, datasets, code }: Study,
  { address, local, recheck, fresh, onRemark }: QueueOptions,
): Promise<Trainer> {
  const { createQueueExecutor } = await loadQueue();
  const workers = resolveWorkers(sweep.workers, coreCount());
  const own: ThreadAgent | undefined = local
    ? await openAgent({ address, workers, datasets, code, onRemark })
    : undefined;
  // Its trials go to other agents, for which the run may wait long.
  own?.agent.stopped.catch((error: unknown) =>
    onRemark(`this machine no longer trains: ${error instanceof Error ? error.message : String(error)}`),
  );
  try {
    const executor = await createQueueExecutor(address, {
      datasets: datasets.map(factsOf),
      recheck,
      fresh,
      onRemark,
    });
    const agents = executor.agents();
    const threads = agents.reduce((sum, agent) => sum + agent.threads, 0);
    const machines = new Set(agents.map(({ machine_id }) => machine_id)).size;
    onRemark(
      agents.length === 0
        ? "no agent serves this study yet: waiting for one; on any machine: actbench agent"
        : `${plural(agents.length, "agent")} on ${plural(machines, "machine")}, ${plural(threads, "thread")}`,
    );
    let isOpen = true;
    const close = async (): Promise<void> => {
      const said = isOpen && recheck > 0 ? recheckText(executor.rechecks()) : undefined;
      isOpen = false;
      if (said !== undefined) onRemark(said);
      await executor.close();
      await own?.close();
    };
    return { executor, workers: Math.max(1, threads), close };
  } catch (error) {
    await own?.close();
    throw error;
  }
}

/** What came of the trials that were to run again on another machine. */
function recheckText({ verified, unverified }: ReturnType<QueueExecutor["rechecks"]>): string {
  const same = `${plural(verified, "trial")} also ran on another machine, with the same bits`;
  if (unverified === 0) return same;
  const none = "not verified: there was no other machine";
  return verified === 0 ? none : `${same}; ${plural(unverified, "trial")} ${none}`;
}

/** The study without a bound on memory: that is each agent's own. */
export function withoutMemoryBound(study: Study, onRemark: (text: string) => void): Study {
  const { memory_bytes, ...budget } = study.sweep.budget;
  if (memory_bytes === undefined) return study;
  onRemark("budget.memory limits this machine only; each agent has its own limit: actbench agent --memory");
  return { ...study, sweep: { ...study.sweep, budget } };
}
