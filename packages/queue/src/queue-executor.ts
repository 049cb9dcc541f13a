import { setMaxListeners } from "node:events";
import {
  AbortError,
  type DatasetFacts,
  ENGINE,
  type Executor,
  ExecutorError,
  type Numerics,
  type TrialOutcome,
  type TrialRunOptions,
  type TrialSpec,
  trialId,
} from "@actbench/core/internal";
import type { AgentCard } from "./agent-card.js";
import { Broker, inTime } from "./broker.js";
import { lackingOf, needsOf, parseQueueName, queueName, whyNot } from "./capability.js";
import { estimatedBytes } from "./estimated-bytes.js";
import { jobId, type Task } from "./job.js";
import { JobDesk } from "./job-desk.js";
import { PendingTrial } from "./pending-trial.js";
import { Recheck } from "./recheck.js";
import { Registry } from "./registry.js";

export interface QueueExecutorOptions {
  /** What is known of the data of all trials to come; the data itself is at the agents. */
  readonly datasets: readonly DatasetFacts[];
  /** Take no answers that an earlier, killed run left at the broker; default: take them. */
  readonly fresh?: boolean;
  /**
   * Share of the trials that run again on another machine. A trial that comes to other bits there rejects
   * with a `QueueError`, `queue_recheck`. Default: 0.
   */
  readonly recheck?: number;
  /** Seconds that trials wait without an agent before that is said; default: 30. */
  readonly patienceSeconds?: number;
  /** Called with what the user should know: the broker is away, no agent serves a queue. */
  readonly onRemark?: (text: string) => void;
}

/** An executor over the agents that serve a broker. */
export interface QueueExecutor extends Executor {
  /** Agents that can train trials of the given data. */
  agents(): readonly AgentCard[];
  /** Trials that were to run again: those that did, and those for which there was no other machine. */
  rechecks(): { readonly verified: number; readonly unverified: number };
}

/** Trials in flight for each thread of an agent: one runs, one waits beside it. */
const PER_THREAD = 2;
const TICK_MS = 2_000;
/** How often each trial is asked for, should news of it be lost. */
const ASK_TICKS = 2;
const REMARK_MS = 60_000;
const CLOSE_MS = 5_000;

/**
 * Connects to a broker, `redis://:password@host:port`, and trains trials on the agents that serve it. Rejects
 * with a `QueueError` where the broker cannot be used; later it waits for one that is away.
 */
export async function createQueueExecutor(
  address: string,
  options: QueueExecutorOptions,
): Promise<QueueExecutor> {
  const broker = await Broker.open(address, options.onRemark);
  const executor = new RemoteExecutor(broker, options);
  await executor.look();
  return executor;
}

class RemoteExecutor implements QueueExecutor {
  readonly #broker: Broker;
  readonly #registry: Registry;
  readonly #desk: JobDesk;
  readonly #datasets: readonly DatasetFacts[];
  readonly #onRemark: (text: string) => void;
  readonly #patienceMs: number;
  readonly #timer: NodeJS.Timeout;
  /** Trials in the order of the calls; those in front are at the broker. */
  readonly #trials = new Set<PendingTrial>();
  readonly #rechecks = new Set<Recheck>();
  readonly #share: number;
  readonly #counts = { verified: 0, unverified: 0 };
  #agents: readonly AgentCard[] = [];
  #ticks = 0;
  /** Since when trials of a queue have waited without an agent, and when that was last said. */
  readonly #lonely = new Map<string, { readonly since: number; said?: number }>();
  readonly #closed = new AbortController();
  #closing: Promise<void> | undefined;

  constructor(broker: Broker, options: QueueExecutorOptions) {
    const { datasets, fresh = false, recheck = 0, patienceSeconds = 30, onRemark = () => {} } = options;
    this.#share = recheck;
    this.#broker = broker;
    this.#registry = new Registry(broker);
    this.#datasets = datasets;
    this.#patienceMs = patienceSeconds * 1000;
    this.#onRemark = onRemark;
    this.#desk = new JobDesk({ broker, registry: this.#registry, fresh, onRemark });
    setMaxListeners(0, this.#closed.signal);
    this.#timer = setInterval(() => void this.#tick(), TICK_MS);
  }

  get concurrency(): number {
    const threads = this.agents().reduce((sum, agent) => sum + agent.threads, 0);
    return Math.max(1, PER_THREAD * threads);
  }

  get numerics(): readonly Numerics[] {
    const agents = this.agents();
    const fuses = agents.length === 0 || agents.some(({ numerics }) => numerics.includes("fma"));
    return fuses ? ["fma", "strict"] : ["strict"];
  }

  agents(): readonly AgentCard[] {
    return this.#agents.filter(
      ({ engine, data }) =>
        engine === ENGINE && data.some(({ hash }) => this.#datasets.some((facts) => facts.hash === hash)),
    );
  }

  rechecks(): { readonly verified: number; readonly unverified: number } {
    return { ...this.#counts };
  }

  /** Looks who is there. */
  async look(): Promise<void> {
    this.#agents = await this.#registry.agents();
  }

  async run(spec: TrialSpec, options: TrialRunOptions = {}): Promise<TrialOutcome> {
    const { signal, drain, from, until, timeout_s, onEvent, id = trialId(spec) } = options;
    if (signal?.aborted) throw new AbortError(signal.reason);
    if (this.#closing !== undefined) throw new ExecutorError("executor_closed", "the executor was closed");
    const task: Task = {
      id,
      spec,
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
      ...(timeout_s === undefined ? {} : { timeout_s }),
    };
    const queue = this.#queueOf(spec);
    if (typeof queue !== "string") return { status: "failed", id, curve: from?.curve ?? [], error: queue };
    const trial = new PendingTrial(task, { queue, job: jobId(task) }, options);
    const onAbort = (): void => {
      trial.abort(signal?.reason);
      again.abort(signal?.reason);
    };
    const again = new Recheck({ desk: this.#desk, share: this.#share, agents: () => this.#agents });
    const onDrain = (): void => this.#takeBack(trial, drain?.reason);
    signal?.addEventListener("abort", onAbort, { once: true });
    drain?.addEventListener("abort", onDrain, { once: true });
    this.#trials.add(trial);
    this.#rechecks.add(again);
    this.#pump();
    try {
      const { outcome, machine } = await trial.ended;
      if (machine === undefined) return outcome;
      const rechecked = await again.check(trial, { outcome, machine });
      if (again.result !== undefined) this.#counts[again.result] += 1;
      onEvent?.({ type: "placed", id, machine, ...(rechecked && { rechecked }) });
      return outcome;
    } finally {
      this.#rechecks.delete(again);
      signal?.removeEventListener("abort", onAbort);
      drain?.removeEventListener("abort", onDrain);
      this.#trials.delete(trial);
      this.#desk.leave(trial);
      this.#pump();
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    clearInterval(this.#timer);
    for (const trial of this.#trials) trial.abort("the executor was closed");
    for (const again of this.#rechecks) again.abort("the executor was closed");
    // Callers that wait for trials are rejected first: they may report that they have left.
    await new Promise((resolve) => setImmediate(resolve));
    await inTime(this.#desk.close(), CLOSE_MS);
    await this.#broker.close();
  }

  /** The queue of a trial, or why it can have none. */
  #queueOf(spec: TrialSpec): string | { readonly code: string; readonly message: string } {
    if (spec.engine !== ENGINE)
      return {
        code: "engine_unknown",
        message: `the trial was planned for engine ${spec.engine}, and this actbench has engine ${ENGINE}, whose numbers differ; plan it again`,
      };
    if (!this.#datasets.some(({ hash }) => hash === spec.dataset.hash))
      return {
        code: "dataset_missing",
        message: `the data ${spec.dataset.name} (${spec.dataset.hash.slice(0, 8)}) is not among those of the executor`,
      };
    const name = queueName(needsOf(spec, estimatedBytes(spec, this.#datasets)));
    if (parseQueueName(name) === undefined)
      return { code: "numerics_unknown", message: `no queue can serve the trial: ${JSON.stringify(name)}` };
    return name;
  }

  /** Takes back a trial that no agent has begun. */
  #takeBack(trial: PendingTrial, reason: unknown): void {
    if (!trial.isSent) trial.abort(reason);
    else if (!trial.hasStarted)
      this.#desk.takeBack(trial).then(
        (isBack) => (isBack ? trial.abort(reason) : undefined),
        // It runs to its end instead.
        () => undefined,
      );
  }

  /** Gives the broker as many trials as agents can have at hand. */
  #pump(): void {
    let room = this.#closing === undefined ? this.concurrency : 0;
    for (const trial of this.#trials) {
      if (room === 0) return;
      room -= 1;
      if (!trial.isSent && !trial.isOver) this.#desk.send(trial);
    }
  }

  async #tick(): Promise<void> {
    this.#ticks += 1;
    try {
      await this.look();
      this.#pump();
      for (const again of this.#rechecks) again.look();
      const sent = [...this.#trials].filter(({ isSent }) => isSent);
      await this.#desk.tick(sent, this.#ticks % ASK_TICKS === 0);
      this.#seekAgents(sent);
    } catch (error) {
      // What the broker refuses now it may take later; a trial that it refuses says so itself.
      this.#onRemark(error instanceof Error ? error.message : String(error));
    }
  }

  #seekAgents(sent: readonly PendingTrial[]): void {
    const now = Date.now();
    const queues = new Map(sent.map(({ queue, task }) => [queue, task.spec]));
    for (const queue of this.#lonely.keys()) if (!queues.has(queue)) this.#lonely.delete(queue);
    for (const [queue, spec] of queues) {
      const needs = parseQueueName(queue);
      if (needs === undefined || this.#agents.some((agent) => whyNot(needs, agent) === undefined)) {
        this.#lonely.delete(queue);
        continue;
      }
      const lonely = this.#lonely.get(queue) ?? { since: now };
      this.#lonely.set(queue, lonely);
      const isDue =
        lonely.said === undefined ? now - lonely.since >= this.#patienceMs : now - lonely.said >= REMARK_MS;
      if (!isDue) continue;
      lonely.said = now;
      this.#onRemark(lonelyText(spec, lackingOf(needs, this.#agents)));
    }
  }
}

function lonelyText({ dataset, numerics }: TrialSpec, missing: readonly string[]): string {
  const what = `no agent serves trials of ${dataset.name} with engine ${ENGINE}, numerics ${numerics}`;
  return missing.length === 0
    ? `${what}: there is no agent; start one: actbench agent`
    : `${what}; the connected agents lack ${missing.join("; ")}`;
}
