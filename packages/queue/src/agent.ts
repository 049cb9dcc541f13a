import { randomBytes } from "node:crypto";
import {
  type DatasetFacts,
  ENGINE,
  type Executor,
  type MachineCard,
  MemoryAccount,
} from "@actbench/core/internal";
import type { AgentCard } from "./agent-card.js";
import type { AgentEvent } from "./agent-event.js";
import { AgentJob } from "./agent-job.js";
import { Broker } from "./broker.js";
import { parseQueueName, whyNot } from "./capability.js";
import { CALLS, parseMessage } from "./lane.js";
import { Registry } from "./registry.js";
import { WorkSource } from "./work-source.js";

export interface AgentOptions {
  /** Trains the trials; stays the caller's to close. */
  readonly executor: Executor;
  /** The data that the executor has. */
  readonly datasets: readonly DatasetFacts[];
  /** Hashes of the plugins whose code the executor can run. */
  readonly code?: readonly string[];
  readonly machine: MachineCard;
  /** Tells this machine from others without naming it: 16 hexadecimal digits; default: random. */
  readonly machineId?: string;
  /** Memory that its trials may take together; default: the executor's, else the machine's. */
  readonly maxBytes?: number;
  /** Seconds that a trial may take, whatever its run allows; default: a day. */
  readonly maxSeconds?: number;
  /** Seconds without a word from an agent after which its trials are given to others; default: 30. */
  readonly lockSeconds?: number;
  readonly onEvent?: (event: AgentEvent) => void;
  readonly onRemark?: (text: string) => void;
}

/** Trains what waits at a broker, as much at a time as its executor takes. */
export interface Agent {
  readonly card: AgentCard;
  /** Resolves when it has stopped; rejects when its executor can train no more. */
  readonly stopped: Promise<void>;
  /** Takes nothing more, and stops when what runs has ended. */
  drain(): void;
  /** Stops now; what runs is put back for other agents. Resolves when that is done. */
  close(): Promise<void>;
}

const MAX_TICK_MS = 1_000;
const ANNOUNCE_MS = 5_000;
const DAY_S = 24 * 3600;
/** Ticks within the time of a lock, so that it is renewed twice before it runs out. */
const LOCK_TICKS = 6;
const RENEW_TICKS = 2;
const STOPPED = { type: "put_back", why: "the agent was stopped" } as const;

/**
 * Connects to a broker and serves every queue whose trials it can train. Rejects with a `QueueError` where
 * that is not possible.
 */
export async function createAgent(address: string, options: AgentOptions): Promise<Agent> {
  const broker = await Broker.open(address, options.onRemark);
  const agent = new QueueAgent(broker, options);
  await agent.begin();
  return agent;
}

class QueueAgent implements Agent {
  readonly card: AgentCard;
  readonly stopped: Promise<void>;
  readonly #options: AgentOptions;
  readonly #broker: Broker;
  readonly #registry: Registry;
  readonly #source: WorkSource;
  readonly #memory: MemoryAccount;
  readonly #jobs = new Map<string, AgentJob>();
  readonly #lockMs: number;
  readonly #tickMs: number;
  #settle: { resolve(): void; reject(error: unknown): void } = { resolve: () => {}, reject: () => {} };
  #timer: NodeJS.Timeout | undefined;
  #renewedAt = Date.now();
  #announcedAt = Date.now();
  #isDraining = false;
  #isStopping = false;
  #isTaking = false;
  /** There may be work that was not looked for. */
  #hasNews = true;
  #ending: Promise<void> | undefined;

  constructor(broker: Broker, options: AgentOptions) {
    const { executor, machine, code = [], datasets, maxBytes, machineId } = options;
    const memory = maxBytes ?? executor.memoryBytes ?? machine.memory_bytes;
    this.#options = options;
    this.#broker = broker;
    this.#registry = new Registry(broker);
    this.#memory = new MemoryAccount(memory);
    this.#lockMs = Math.round((options.lockSeconds ?? 30) * 1000);
    this.#tickMs = Math.min(MAX_TICK_MS, this.#lockMs / LOCK_TICKS);
    this.#source = new WorkSource({ broker, lockMs: this.#lockMs, onRemark: options.onRemark ?? (() => {}) });
    this.card = {
      id: randomBytes(8).toString("hex"),
      engine: ENGINE,
      numerics: executor.numerics,
      data: datasets.map(({ name, hash }) => ({ name, hash })),
      code,
      memory_bytes: memory,
      threads: executor.concurrency,
      machine_id: machineId ?? randomBytes(8).toString("hex"),
      machine,
    };
    this.stopped = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // Whoever waits for it gets the error; where nobody does, the process must not end by it.
    this.stopped.catch(() => undefined);
  }

  async begin(): Promise<void> {
    await this.#broker.listen(CALLS, (message) => this.#hear(message));
    await this.#registry.announce(this.card);
    await this.#seekQueues();
    this.#timer = setInterval(() => void this.#tick(), this.#tickMs);
    void this.#take();
  }

  drain(): void {
    this.#isDraining = true;
    this.#endIfIdle();
  }

  close(): Promise<void> {
    this.#isDraining = true;
    this.#isStopping = true;
    for (const job of this.#jobs.values()) job.stop(STOPPED);
    this.#endIfIdle();
    return this.stopped;
  }

  /** A job may be on its way here. */
  #endIfIdle(): void {
    if (this.#isDraining && !this.#isTaking && this.#jobs.size === 0) void this.#end();
  }

  #end(error?: unknown): Promise<void> {
    this.#ending ??= (async () => {
      clearInterval(this.#timer);
      // An agent that cannot say that it leaves is forgotten when it has been silent for long enough.
      if (this.#broker.client.status === "ready")
        await this.#registry.leave(this.card.id).catch(() => undefined);
      await this.#source.close();
      await this.#broker.close();
      if (error === undefined) this.#settle.resolve();
      else this.#settle.reject(error);
    })();
    return this.#ending;
  }

  #hear(message: string): void {
    const { type, queue, job } = parseMessage(message) ?? {};
    if (typeof queue !== "string") return;
    if (this.#isDraining && type === "work") return;
    if (type === "cancel" && typeof job === "string")
      this.#jobs.get(`${queue} ${job}`)?.stop({ type: "cancelled", why: "its run no longer needs it" });
    if (type !== "work") return;
    this.#consider(queue);
    this.#source.expect(queue);
    void this.#take();
  }

  /** Serves a queue whose trials it can train. */
  #consider(name: string): void {
    const needs = parseQueueName(name);
    if (needs === undefined || this.#source.has(name) || whyNot(needs, this.card) !== undefined) return;
    this.#source.open(name);
    this.#options.onEvent?.({ type: "serving", queue: name });
  }

  async #seekQueues(): Promise<void> {
    const wanted = await this.#registry.wanted();
    for (const name of wanted) this.#consider(name);
    for (const name of this.#source.names()) {
      const isBusy = [...this.#jobs.values()].some(({ queue }) => queue === name);
      if (wanted.includes(name) || isBusy) continue;
      await this.#source.shut(name);
      this.#options.onEvent?.({ type: "forsaken", queue: name });
    }
  }

  async #tick(): Promise<void> {
    if (this.#broker.client.status !== "ready") return;
    try {
      await this.#renew();
      await this.#seekCancelled();
      if (Date.now() - this.#announcedAt >= ANNOUNCE_MS) {
        this.#announcedAt = Date.now();
        await this.#registry.announce(this.card);
        await this.#seekQueues();
      }
    } catch (error) {
      this.#options.onRemark?.(error instanceof Error ? error.message : String(error));
    }
    this.#source.expectAll();
    void this.#take();
  }

  /** Keeps the locks of what runs; a trial whose lock is lost is another agent's now. */
  async #renew(): Promise<void> {
    if (Date.now() - this.#renewedAt < (this.#lockMs / LOCK_TICKS) * RENEW_TICKS) return;
    this.#renewedAt = Date.now();
    // One that was answered meanwhile has no lock any more.
    for (const job of await this.#source.renew([...this.#jobs.values()]))
      if (job.isHeld)
        job.stop({ type: "lost", why: "another agent has it: this one was silent for too long" });
  }

  async #seekCancelled(): Promise<void> {
    const jobs = [...this.#jobs.values()];
    if (jobs.length === 0) return;
    const marks = await this.#broker.client.mget(jobs.map(({ cancelKey }) => cancelKey));
    marks.forEach((mark, i) => {
      if (mark !== null) jobs[i]?.stop({ type: "cancelled", why: "its run no longer needs it" });
    });
  }

  /** Takes jobs as long as threads are free and there are any. */
  async #take(): Promise<void> {
    this.#hasNews = true;
    if (this.#isTaking || this.#isDraining) return;
    this.#isTaking = true;
    try {
      while (this.#hasNews && !this.#isDraining && this.#jobs.size < this.#options.executor.concurrency) {
        this.#hasNews = false;
        const taken = await this.#source.next(this.card.id);
        if (taken === undefined) continue;
        this.#hasNews = true;
        void this.#perform(taken);
      }
    } catch (error) {
      this.#options.onRemark?.(error instanceof Error ? error.message : String(error));
    } finally {
      this.#isTaking = false;
      this.#endIfIdle();
    }
  }

  async #perform(taken: NonNullable<Awaited<ReturnType<WorkSource["next"]>>>): Promise<void> {
    const { executor, datasets, maxSeconds = DAY_S, onEvent = () => {} } = this.#options;
    const { card } = this;
    const job = new AgentJob(taken, {
      broker: this.#broker,
      card,
      executor,
      datasets,
      memory: this.#memory,
      maxSeconds,
      onEvent,
    });
    this.#jobs.set(job.key, job);
    if (this.#isStopping) job.stop(STOPPED);
    try {
      await job.run();
    } catch (error) {
      // The executor can train no more.
      this.#isDraining = true;
      this.#jobs.delete(job.key);
      for (const other of this.#jobs.values()) other.stop({ type: "put_back", why: "the agent broke" });
      await this.#end(error);
    } finally {
      this.#jobs.delete(job.key);
      if (this.#isDraining) this.#endIfIdle();
      else void this.#take();
    }
  }
}
