import type { TrialEvent, TrialRecord } from "@actbench/core";
import type { Progress } from "./progress.js";
import type { StudyOptions, Summary } from "./run-study.js";
import { Tally } from "./tally.js";
import { isFailure, type QueuedTrial, trialQueue } from "./trial-queue.js";

/** Faults of the infrastructure, not of the trial: it may do better on another thread. */
const RETRIED: ReadonlySet<string> = new Set(["worker_exit", "worker_error"]);

type Limit = "drained" | "stopped" | "budget_time" | "max_failures";

/** One session of the run loop: as many lanes as trials may run at once, each taking the next trial. */
export class StudyLoop {
  readonly #options: StudyOptions;
  readonly #queue: readonly QueuedTrial[];
  readonly #tally: Tally;
  /** Fires when the executor or the disk is broken. */
  readonly #broken = new AbortController();
  readonly #abort: AbortSignal;
  #next = 0;
  #failures = 0;
  #brokenOff = 0;

  constructor(options: StudyOptions) {
    const { run, clock, stop, again } = options;
    this.#options = options;
    this.#queue = trialQueue(run.study, run.records, again);
    this.#tally = new Tally({ study: run.study, records: run.records, queue: this.#queue, clock });
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
    return { ended: isDone ? "done" : (this.#limit() ?? "stopped"), counts: this.#tally.counts() };
  }

  async #lane(): Promise<void> {
    try {
      for (;;) {
        const queued = this.#queue[this.#next];
        if (queued === undefined || this.#abort.aborted || this.#limit() !== undefined) return;
        this.#next += 1;
        await this.#trial(queued);
      }
    } catch (error) {
      this.#broken.abort(error);
      throw error;
    }
  }

  /** Why no further trial may start. */
  #limit(): Limit | undefined {
    const { stop, drain, run } = this.#options;
    const { time_s, max_failures } = run.budget;
    if (stop?.aborted) return "stopped";
    if (drain?.aborted) return "drained";
    if (max_failures !== undefined && this.#failures >= max_failures) return "max_failures";
    if (time_s !== undefined && this.#tally.elapsedSeconds >= time_s) return "budget_time";
    return undefined;
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

  async #attempt(queued: QueuedTrial): Promise<TrialRecord | undefined> {
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
