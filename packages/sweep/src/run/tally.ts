import type { EpochRecord, StudyRecord, TrialRecord } from "@actbench/core";
import type { Counts } from "./progress.js";
import { isFailure, type QueuedTrial } from "./trial-queue.js";

/** Keeps count while a study runs. */
export class Tally {
  readonly #clock: () => number;
  readonly #begun: number;
  readonly #total: number;
  readonly #kept: number;
  readonly #ended = { completed: 0, diverged: 0, failed: 0, other: 0 };
  /** Operations done of each running trial. */
  readonly #running = new Map<string, number>();
  #costDone = 0;
  #costLeft: number;

  constructor(options: {
    readonly study: StudyRecord;
    readonly records: ReadonlyMap<string, TrialRecord>;
    readonly queue: readonly QueuedTrial[];
    readonly clock: () => number;
  }) {
    const { study, records, queue, clock } = options;
    this.#clock = clock;
    this.#begun = clock();
    this.#total = study.plan.length;
    this.#costLeft = queue.reduce((sum, { cost }) => sum + cost, 0);
    const queued = new Set(queue.map(({ trial }) => trial.id));
    const kept = study.plan.flatMap(({ id }) => (queued.has(id) ? [] : (records.get(id) ?? [])));
    this.#kept = kept.length;
    for (const record of kept) this.#count(record);
  }

  get elapsedSeconds(): number {
    return this.#clock() - this.#begun;
  }

  /** Seconds since the beginning and the operations done in them, those of running trials included. */
  pace(): { readonly elapsed: number; readonly costDone: number } {
    const under = [...this.#running.values()].reduce((sum, cost) => sum + cost, 0);
    return { elapsed: this.elapsedSeconds, costDone: this.#costDone + under };
  }

  start({ trial }: QueuedTrial): void {
    this.#running.set(trial.id, 0);
  }

  advance({ trial, spec, cost }: QueuedTrial, { epoch }: EpochRecord): void {
    if (this.#running.has(trial.id) && spec.train.epochs > 0)
      this.#running.set(trial.id, (cost * Math.min(epoch, spec.train.epochs)) / spec.train.epochs);
  }

  /** A trial that ended with a record. */
  finish({ trial, cost }: QueuedTrial, record: TrialRecord): void {
    this.#running.delete(trial.id);
    this.#costDone += cost;
    this.#costLeft -= cost;
    this.#count(record);
  }

  /** A trial that was broken off and has no record. */
  drop({ trial }: QueuedTrial): void {
    this.#running.delete(trial.id);
  }

  counts(): Counts {
    const { completed, diverged, failed, other } = this.#ended;
    const elapsed_s = this.elapsedSeconds;
    const under = [...this.#running.values()].reduce((sum, cost) => sum + cost, 0);
    const done = this.#costDone + under;
    const left = Math.max(0, this.#costLeft - under);
    return {
      total: this.#total,
      finished: completed + diverged + failed + other,
      kept: this.#kept,
      completed,
      diverged,
      failed,
      running: this.#running.size,
      elapsed_s,
      cost_done: done,
      cost_left: left,
      ...(done > 0 ? { eta_s: (elapsed_s * left) / done } : {}),
    };
  }

  #count(record: TrialRecord): void {
    if (record.status === "completed" || record.status === "diverged") this.#ended[record.status] += 1;
    else if (isFailure(record)) this.#ended.failed += 1;
    else this.#ended.other += 1;
  }
}
