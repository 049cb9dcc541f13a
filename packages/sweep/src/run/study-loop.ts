import type { TrialEvent, TrialRecord } from "@actbench/core";
import { bytesNeeded } from "./bytes-needed.js";
import { MemoryAccount } from "./memory-account.js";
import type { Progress } from "./progress.js";
import type { StudyOptions, Summary } from "./run-study.js";
import { Tally } from "./tally.js";
import { TimeBudget } from "./time-budget.js";
import { isFailure, type QueuedTrial, trialQueue } from "./trial-queue.js";

/** Faults of the infrastructure, not of the trial: it may do better on another thread. What a trial throws it throws again. */
const RETRIED: ReadonlySet<string> = new Set(["worker_exit", "worker_error", "memory_pressure"]);

type Limit = Exclude<Summary["ended"], "done">;

/** One session of the run loop: as many lanes as trials may run at once, each taking the next trial. */
export class StudyLoop {
  readonly #options: StudyOptions;
  readonly #queue: readonly QueuedTrial[];
  readonly #tally: Tally;
  /** Fires when the executor or the disk is broken. */
  readonly #broken = new AbortController();
  readonly #abort: AbortSignal;
  readonly #time: TimeBudget;
  readonly #memory: MemoryAccount;
  #next = 0;
  #why: Limit | undefined;
  #failures = 0;
  #brokenOff = 0;

  constructor(options: StudyOptions) {
    const { run, clock, stop, again } = options;
    this.#options = options;
    this.#queue = trialQueue(run.study, run.records, again);
    this.#tally = new Tally({ study: run.study, records: run.records, queue: this.#queue, clock });
    this.#time = new TimeBudget(run.budget.time_s, this.#queue);
    this.#memory = new MemoryAccount(run.budget.memory_bytes ?? run.study.machine.memory_bytes);
    this.#abort = AbortSignal.any([this.#broken.signal, ...(stop === undefined ? [] : [stop])]);
  }

  async run(): Promise<Summary> {
    this.#tell({ type: "begun" });
    const lanes = Array.from({ length: Math.max(1, this.#options.concurrency) }, () => this.#lane());
    const broken = (await Promise.allSettled(lanes)).find(({ status }) => status === "rejected");
    if (broken?.status === "rejected") throw broken.reason;
    const { study, records } = this.#options.run;
    const isThrough = this.#next === this.#queue.length && this.#brokenOff === 0;
    const isDone = isThrough && study.plan.every(({ id }) => records.has(id));
    // A session that did all it was asked to, but not the whole plan, came to its limit.
    const why = this.#interruption() ?? this.#why ?? (isThrough ? "limit" : "stopped");
    return { ended: isDone ? "done" : why, counts: this.#tally.counts() };
  }

  async #lane(): Promise<void> {
    try {
      for (;;) {
        const queued = this.#queue[this.#next];
        if (queued === undefined || this.#abort.aborted) return;
        this.#why ??= this.#limit(queued);
        if (this.#why !== undefined) return;
        this.#next += 1;
        await this.#trial(queued);
      }
    } catch (error) {
      this.#broken.abort(error);
      throw error;
    }
  }

  /** Why no further trial may start. */
  #limit(next: QueuedTrial): Limit | undefined {
    const { run, limit } = this.#options;
    const { max_failures } = run.budget;
    const interruption = this.#interruption();
    if (interruption !== undefined) return interruption;
    if (max_failures !== undefined && this.#failures >= max_failures) return "max_failures";
    if (limit !== undefined && this.#next >= limit) return "limit";
    if (!this.#time.allows(next, this.#tally.pace())) return "budget_time";
    return undefined;
  }

  #interruption(): Limit | undefined {
    const { stop, drain } = this.#options;
    return stop?.aborted ? "stopped" : drain?.aborted ? "drained" : undefined;
  }

  async #trial(queued: QueuedTrial): Promise<void> {
    const record = await this.#attempts(queued);
    if (record === undefined) {
      this.#brokenOff += 1;
      this.#tally.drop(queued);
      return;
    }
    this.#options.run.append(record);
    if (isFailure(record)) this.#failures += 1;
    this.#tally.finish(queued, record);
    this.#tell({ type: "finished", trial: queued.trial, label: queued.label, record });
  }

  /** Runs a trial, again after a fault of the infrastructure; undefined when it was broken off. */
  async #attempts(queued: QueuedTrial): Promise<TrialRecord | undefined> {
    const { retries } = this.#options.run.budget;
    for (let attempt = 0; ; attempt++) {
      const record = await this.#attempt(queued);
      if (record === undefined) return undefined;
      const mayRetry = record.status === "failed" && RETRIED.has(record.error.code) && attempt < retries;
      if (!mayRetry) return attempt === 0 ? record : { ...record, retries: attempt };
      const { trial, label } = queued;
      this.#tell({ type: "retried", trial, label, error: record.error, attempt: attempt + 1 });
    }
  }

  /** Runs a trial once there is memory for it; one that needs more than there is does not start. */
  async #attempt(queued: QueuedTrial): Promise<TrialRecord | undefined> {
    const { id } = queued.trial;
    const needed = bytesNeeded(queued.spec, this.#options.run.datasets);
    if (typeof needed !== "number") return { status: "failed", id, curve: [], error: needed };
    const limit_bytes = this.#memory.limit;
    if (needed > limit_bytes)
      return { status: "out_of_memory", id, curve: [], limit_bytes, needed_bytes: needed };
    await this.#memory.reserve(needed);
    try {
      return await this.#execute(queued);
    } finally {
      this.#memory.release(needed);
    }
  }

  async #execute(queued: QueuedTrial): Promise<TrialRecord | undefined> {
    const { executor, run } = this.#options;
    const { trial_timeout_s } = run.budget;
    this.#tally.start(queued);
    try {
      const result = await executor.run(queued.spec, {
        signal: this.#abort,
        ...(trial_timeout_s === undefined ? {} : { timeout_s: trial_timeout_s }),
        onEvent: (event) => this.#forward(queued, event),
      });
      if (result.status === "paused" || result.id !== queued.trial.id)
        throw new Error(`the executor answered trial ${queued.trial.id} with ${result.status} ${result.id}`);
      return result;
    } catch (error) {
      if (this.#abort.aborted && error instanceof Error && error.name === "AbortError") return undefined;
      throw error;
    }
  }

  #forward(queued: QueuedTrial, event: TrialEvent): void {
    const { trial, label } = queued;
    if (event.type === "started") {
      const worker = event.worker === undefined ? {} : { worker: event.worker };
      this.#tell({ type: "started", trial, label, ...worker });
      return;
    }
    this.#tally.advance(queued, event.epoch);
    this.#tell({ type: "epoch", trial, label, epoch: event.epoch });
  }

  #tell(event: WithoutCounts<Progress>): void {
    this.#options.onProgress?.({ ...event, counts: this.#tally.counts() });
  }
}

type WithoutCounts<T> = T extends unknown ? Omit<T, "counts"> : never;
