import type { ErrorRecord } from "@actbench/core/internal";
import { factsOf, type LoadedDataset } from "@actbench/datasets";
import type { Agent, AgentEvent } from "@actbench/queue";
import { type CodeModule, createThreadExecutor, enableRelaxedSimd } from "@actbench/workers";
import { machineCard } from "../machine/machine-card.js";
import { machineId } from "../machine/machine-id.js";
import { stallOf } from "../study/open-threads.js";
import { loadQueue } from "./load-queue.js";

export interface AgentSetup {
  readonly address: string;
  readonly workers: number;
  readonly datasets: readonly LoadedDataset[];
  readonly code: readonly CodeModule[];
  readonly maxBytes?: number;
  readonly maxSeconds?: number;
  readonly onEvent?: (event: AgentEvent) => void;
  readonly onRemark: (text: string) => void;
}

/** An agent over threads of this process. */
export interface ThreadAgent {
  readonly agent: Agent;
  /** Stops now; what runs is put back for other agents. */
  close(): Promise<void>;
}

/** Starts threads that train what waits at a queue; whoever calls it closes them. */
export async function openAgent(setup: AgentSetup): Promise<ThreadAgent> {
  const { address, workers, datasets, code, maxBytes, maxSeconds, onEvent, onRemark } = setup;
  const { createAgent } = await loadQueue();
  const onFault = ({ message }: ErrorRecord): void => onRemark(message);
  const threads = createThreadExecutor({
    workers,
    datasets,
    code,
    ...(maxBytes === undefined ? {} : { memoryBytes: maxBytes }),
    onFault,
    onStall: (stall) => onFault(stallOf(stall)),
  });
  try {
    const agent = await createAgent(address, {
      executor: threads,
      datasets: datasets.map(factsOf),
      code: code.map(({ hash }) => hash),
      machine: machineCard(enableRelaxedSimd()),
      machineId: machineId(),
      ...(maxSeconds === undefined ? {} : { maxSeconds }),
      ...(onEvent === undefined ? {} : { onEvent }),
      onRemark,
    });
    const close = async (): Promise<void> => {
      // An agent that broke has said so: `stopped` rejected.
      await agent.close().catch(() => undefined);
      await threads.close();
    };
    return { agent, close };
  } catch (error) {
    await threads.close();
    throw error;
  }
}
