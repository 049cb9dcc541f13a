import type { DistantMachine, EpochRecord, TrialOutcome } from "@actbench/core/internal";
import type { AgentCard } from "./agent-card.js";
import { parseQueueName, queueName, whyNot } from "./capability.js";
import { jobId } from "./job.js";
import type { JobDesk } from "./job-desk.js";
import { PendingTrial } from "./pending-trial.js";
import { QueueError } from "./queue-error.js";

interface RecheckOptions {
  readonly desk: JobDesk;
  /** Of the trials; which ones follows from their ids. */
  readonly share: number;
  agents(): readonly AgentCard[];
}

type Ran = { readonly outcome: TrialOutcome; readonly machine: DistantMachine };

/** Trains a trial again on another machine, and compares the digests of all its epochs. */
export class Recheck {
  readonly #options: RecheckOptions;
  #trial: PendingTrial | undefined;
  #agent: AgentCard | undefined;
  #isAborted = false;
  /** Absent: the trial was not to be checked, or is not yet. */
  result: "verified" | "unverified" | undefined;

  constructor(options: RecheckOptions) {
    this.#options = options;
  }

  abort(reason: unknown): void {
    this.#isAborted = true;
    this.#trial?.abort(reason);
  }

  /** The agent may have left. */
  look(): void {
    if (this.#agent !== undefined && !this.#options.agents().some(({ id }) => id === this.#agent?.id))
      this.#trial?.abort("its agent has left");
  }

  /**
   * The machine that came to the same bits; undefined where the trial is not checked. Rejects where the bits
   * differ.
   */
  async check(trial: PendingTrial, ran: Ran): Promise<DistantMachine | undefined> {
    const { id } = trial.task;
    const { status } = ran.outcome;
    if (!isChosen(id, this.#options.share) || (status !== "completed" && status !== "diverged"))
      return undefined;
    for (;;) {
      this.#agent = this.#otherAgent(trial, ran.machine);
      if (this.#agent === undefined) {
        this.result = "unverified";
        return undefined;
      }
      const again = await this.#trainAgain(trial, this.#agent);
      if (again?.outcome.status !== "completed" && again?.outcome.status !== "diverged") continue;
      compare(ran.outcome, again.outcome, { id, machines: [ran.machine.card.cpu, again.machine.card.cpu] });
      this.result = "verified";
      return again.machine;
    }
  }

  /** An agent of another machine that can train a trial. */
  #otherAgent({ queue, task }: PendingTrial, { id: machine }: DistantMachine): AgentCard | undefined {
    const needs = parseQueueName(queue);
    const others = this.#options
      .agents()
      .filter(
        (agent) => needs !== undefined && agent.machine_id !== machine && whyNot(needs, agent) === undefined,
      );
    return others[Number.parseInt(task.id.slice(8, 14), 16) % others.length];
  }

  /** The trial, whole, by one agent; undefined where that agent has left. */
  async #trainAgain({ queue, task: { id, spec } }: PendingTrial, agent: AgentCard): Promise<Ran | undefined> {
    const { desk } = this.#options;
    const needs = parseQueueName(queue);
    if (needs === undefined) return undefined;
    const task = { id, spec };
    const place = { queue: queueName({ ...needs, agent: agent.id }), job: jobId(task) };
    const trial = new PendingTrial(task, place, {});
    this.#trial = trial;
    desk.send(trial);
    try {
      const { outcome, machine } = await trial.ended;
      return machine === undefined ? undefined : { outcome, machine };
    } catch (error) {
      if (this.#isAborted || !(error instanceof Error) || error.name !== "AbortError") throw error;
      return undefined;
    } finally {
      desk.leave(trial);
    }
  }
}

function isChosen(id: string, share: number): boolean {
  return Number.parseInt(id.slice(0, 8), 16) / 2 ** 32 < share;
}

/** Throws a {@link QueueError} that names the first update after which the weights differ. */
function compare(
  first: TrialOutcome,
  second: TrialOutcome,
  about: { readonly id: string; readonly machines: readonly [string, string] },
): void {
  const [a, b] = [curveOf(first), curveOf(second)];
  const at = Array.from({ length: Math.max(a.length, b.length) }, (_, epoch) => epoch).find(
    (epoch) => a[epoch]?.digest !== b[epoch]?.digest || a[epoch]?.step !== b[epoch]?.step,
  );
  if (at === undefined && first.status === second.status) return;
  const epoch = at === undefined ? a.at(-1) : (a[at] ?? b[at]);
  const before = at === undefined ? epoch : a[at - 1];
  throw new QueueError(
    "queue_recheck",
    `trial ${about.id.slice(0, 12)} has different bits on another machine: its weights first differ between step ${before?.step ?? 0} and step ${epoch?.step ?? 0} (epoch ${epoch?.epoch ?? 0}); the machines: ${about.machines.join(" and ")}`,
    `one of them computes wrongly, or a result was forged; to find the step: actbench replay ${about.id.slice(0, 12)} --trace there.json on one machine, --against there.json on the other`,
  );
}

function curveOf(outcome: TrialOutcome): readonly EpochRecord[] {
  return outcome.status === "paused" ? outcome.checkpoint.curve : outcome.curve;
}
