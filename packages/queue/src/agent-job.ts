import {
  type DatasetFacts,
  type EpochRecord,
  type Executor,
  type MemoryAccount,
  ShapeError,
  type TrialEvent,
  trialId,
} from "@actbench/core/internal";
import { UnrecoverableError } from "bullmq";
import type { AgentCard } from "./agent-card.js";
import type { AgentEvent, Ending, Unanswered } from "./agent-event.js";
import type { Broker } from "./broker.js";
import { parseQueueName, whyNot } from "./capability.js";
import { estimatedBytes } from "./estimated-bytes.js";
import { decodeTask, encodeAnswer, jobId, type Task } from "./job.js";
import { CALLS, cancelKey, type News, newsOf } from "./lane.js";
import type { Taken } from "./work-source.js";

/** At most one epoch in this time is reported of a trial. */
const EPOCH_MS = 1_000;
const ANSWER_TRIES = 5;
const ANSWER_WAIT_MS = 2_000;

interface JobContext {
  readonly broker: Broker;
  readonly card: AgentCard;
  readonly executor: Executor;
  readonly datasets: readonly DatasetFacts[];
  readonly memory: MemoryAccount;
  readonly maxSeconds: number;
  readonly onEvent: (event: AgentEvent) => void;
}

/** One job at an agent: checked, trained, answered. */
export class AgentJob {
  readonly taken: Taken;
  readonly queue: string;
  readonly key: string;
  readonly cancelKey: string;
  readonly #context: JobContext;
  readonly #stop = new AbortController();
  #why: Unanswered | undefined;
  #epochAt = 0;
  #isHeld = true;

  constructor(taken: Taken, context: JobContext) {
    this.taken = taken;
    this.queue = taken.queue;
    this.key = `${taken.queue} ${taken.job.id}`;
    this.cancelKey = cancelKey(taken.queue, taken.job.id ?? "");
    this.#context = context;
  }

  /** It is this agent's until it begins to answer. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Ends it without an answer. */
  stop(why: Unanswered): void {
    this.#why ??= why;
    this.#stop.abort(why.why);
  }

  /** Rejects only where the executor can train no more; the job is put back then. */
  async run(): Promise<void> {
    const { onEvent } = this.#context;
    const { job } = this.taken;
    const id = idOf(job.data);
    let broken: unknown;
    const ending = await this.#train().catch((error: unknown): Ending => {
      broken = error;
      return { type: "put_back", why: "the agent broke" };
    });
    this.#isHeld = false;
    await this.#answer(ending);
    if (ending.type === "answered") onEvent({ type: "ended", id, status: ending.outcome.status });
    else onEvent({ type: ending.type, id, why: ending.why });
    if (broken !== undefined) throw broken;
  }

  async #train(): Promise<Ending> {
    const { executor, datasets, memory, maxSeconds, onEvent } = this.#context;
    const { job } = this.taken;
    if (job.deferredFailure) return { type: "refused", why: job.deferredFailure };
    let task: Task;
    let bytes: number;
    try {
      task = this.#check(decodeTask(job.data));
      bytes = estimatedBytes(task.spec, datasets);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      return { type: "refused", why: error.message };
    }
    const { id, spec, from, until, timeout_s = maxSeconds } = task;
    if (bytes > memory.limit) {
      const curve = from?.curve ?? [];
      return {
        type: "answered",
        outcome: { status: "out_of_memory", id, curve, limit_bytes: memory.limit, needed_bytes: bytes },
      };
    }
    await memory.reserve(bytes);
    try {
      if (this.#why !== undefined) return this.#why;
      onEvent({ type: "started", id });
      const outcome = await executor.run(spec, {
        id,
        signal: this.#stop.signal,
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
        timeout_s: Math.min(timeout_s, maxSeconds),
        onEvent: (event) => this.#report(event),
      });
      return this.#why ?? { type: "answered", outcome };
    } catch (error) {
      if (this.#why !== undefined) return this.#why;
      throw error;
    } finally {
      memory.release(bytes);
    }
  }

  /** That the job is the trial it says, and one of those that this queue is for. */
  #check(task: Task): Task {
    const { card } = this.#context;
    const { job, queue } = this.taken;
    const id = trialId(task.spec);
    if (task.id !== id)
      throw new ShapeError(`expected ${id}, found ${JSON.stringify(task.id.slice(0, 40))}`, "id");
    if (jobId(task) !== job.id) throw new ShapeError("it is not the job that its name describes");
    const needs = parseQueueName(queue);
    const { engine, numerics, dataset } = task.spec;
    const why = needs === undefined ? "its queue" : whyNot({ ...needs, engine, numerics }, card);
    if (why !== undefined) throw new ShapeError(`this agent lacks ${why}`);
    if (!card.data.some(({ hash }) => hash === dataset.hash))
      throw new ShapeError(`this agent lacks the data ${dataset.hash.slice(0, 8)}`);
    return task;
  }

  #report(event: TrialEvent): void {
    const { job } = this.taken;
    if (event.type === "started") {
      this.#tell({ type: "started", job: job.id ?? "", starts: job.attemptsStarted });
      return;
    }
    if (event.type !== "epoch" || Date.now() - this.#epochAt < EPOCH_MS) return;
    this.#epochAt = Date.now();
    this.#tell({ type: "epoch", job: job.id ?? "", epoch: scoresOf(event.epoch) });
  }

  #tell(news: News): void {
    this.#context.broker.tell(newsOf(this.queue), news);
  }

  async #answer(ending: Ending): Promise<void> {
    const { broker } = this.#context;
    const { job } = this.taken;
    for (let tries = 1; ; tries++) {
      try {
        await this.#move(ending);
        break;
      } catch (error) {
        // Another agent has the job, or its run took it away: its answer is not asked for.
        const message = error instanceof Error ? error.message : String(error);
        if (
          tries === ANSWER_TRIES ||
          /Missing (lock|key)|not in the active state|Lock mismatch/i.test(message)
        ) {
          this.#context.onEvent({
            type: "lost",
            id: idOf(job.data),
            why: `its answer was refused: ${message}`,
          });
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, ANSWER_WAIT_MS));
      }
    }
    if (ending.type === "put_back")
      broker.tell(CALLS, { type: "work", queue: this.queue, job: job.id ?? "" });
    else this.#tell({ type: "ended", job: job.id ?? "" });
  }

  async #move(ending: Ending): Promise<void> {
    const { broker, card } = this.#context;
    const { job, token } = this.taken;
    switch (ending.type) {
      case "answered": {
        const { outcome } = ending;
        const { id: agent, engine, machine, machine_id } = card;
        const numerics = this.queue.includes("-fma-") ? "fma" : "strict";
        await job.moveToCompleted(
          encodeAnswer({ outcome, engine, numerics, agent, machine, machine_id }),
          token,
          false,
        );
        return;
      }
      case "cancelled":
        await broker.client.del(this.cancelKey);
        await job.moveToFailed(new UnrecoverableError(ending.type), token, false);
        // A run that waits for the same trial finds no job, and adds one again.
        await job.remove();
        return;
      case "refused":
        await job.moveToFailed(new UnrecoverableError(ending.why), token, false);
        return;
      case "put_back":
        await job.moveToWait(token);
        return;
      case "lost":
        return;
      default:
        ending satisfies never;
    }
  }
}

/** An epoch's scores, which are all that a display shows. */
function scoresOf({ units, unit_details, probes, gradients, ...scores }: EpochRecord): EpochRecord {
  return scores;
}

function idOf(data: unknown): string {
  const id = typeof data === "object" && data !== null && "id" in data ? data.id : undefined;
  return typeof id === "string" ? id.slice(0, 32) : "unknown";
}
