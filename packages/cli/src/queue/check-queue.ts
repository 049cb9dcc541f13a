import type { BrokerReport } from "@actbench/queue";
import type { MachineFinding } from "../machine/check-machine.js";
import { oneLine } from "../terminal/own-codes.js";
import { plural } from "../terminal/plural.js";
import { agentText } from "./agent-text.js";
import { loadQueue } from "./load-queue.js";

/** Looks at a queue: the broker, who serves what, what waits. One that cannot be used is a finding. */
export async function checkQueue(address: string): Promise<readonly MachineFinding[]> {
  const { inspectBroker, QueueError } = await loadQueue();
  try {
    return findingsOf(await inspectBroker(address));
  } catch (error) {
    if (!(error instanceof QueueError)) throw error;
    const hint = error.hint === undefined ? "" : `; ${error.hint}`;
    return [{ what: "queue", ok: false, found: `${error.message}${hint}` }];
  }
}

function findingsOf(report: BrokerReport): readonly MachineFinding[] {
  const { address, version, policy, usedBytes, agents, queues } = report;
  return [
    {
      what: "queue",
      ok: true,
      found: `${address}, Redis ${version}, ${(usedBytes / 2 ** 20).toFixed(1)} MiB used`,
    },
    { what: "eviction", ok: true, found: `${policy}: trials are never deleted to free memory` },
    { what: "persistence", ok: true, found: persistence(report) },
    {
      what: "agents",
      ok: agents.length > 0,
      found: agents.length > 0 ? `${agents.length}` : "none; start one: actbench agent",
    },
    ...agents.map((card) => ({
      what: "agent",
      ok: true,
      found: `${agentText(card)}; ${oneLine(card.machine.cpu)}`,
    })),
    ...queues.map(({ name, waiting, active, agents: serving, lacking }) => ({
      what: "trials",
      ok: serving > 0 || waiting === 0,
      found:
        serving > 0 || waiting === 0
          ? `${name}: ${waiting} wait, ${active} run, ${plural(serving, "agent")}`
          : `${name}: ${waiting} are waiting, and no agent serves them${lacking.length === 0 ? "" : `: they lack ${lacking.join("; ")}`}`,
    })),
  ];
}

function persistence({ appendOnly, snapshots }: BrokerReport): string {
  if (appendOnly) return "append-only file: trials survive a restart of the broker";
  const what = snapshots ? "snapshots: some trials" : "none: all waiting and running trials";
  return `${what} are submitted again after a restart (--appendonly yes keeps them)`;
}
