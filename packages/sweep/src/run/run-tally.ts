import { type EpochRecord, type StudyRecord, stepsOf, type TrialRecord } from "@actbench/core/internal";
import type { Counts } from "./progress.js";
import type { QueuedTrial } from "./queued-trial.js";

type Outcome = "completed" | "diverged" | "pruned" | "failed";

/** Keeps count while a study runs. */
export class RunTally {
  readonly #clock: () => number;
  readonly #begun: number;
  readonly #total: number;
  readonly #outcomes = new Map<string, Outcome>();
  readonly #ended: Record<Outcome, number> = { completed: 0, diverged: 0, pruned: 0, failed: 0 };
  /** Ids of the trials with a record of before. */
  readonly #kept = new Set<string>();
  /** Operations done of each running trial. */
  readonly #running = new Map<string, number>();
  #costDone = 0;
  #costLeft: number;

  constructor(options: {
    readonly study: StudyRecord;
    readonly records: ReadonlyMap<string, TrialRecord>;
    /** Operations that the session is expected to take. */
    readonly cost: number;
    readonly clock: () => number;
  }) {
    const { study, records, cost, clock } = options;
    this.#clock = clock;
    this.#begun = clock();
    this.#total = study.plan.length;
    this.#costLeft = cost;
    for (const { id } of study.plan) {
      const record = records.get(id);
      if (record === undefined) continue;
      this.#kept.add(id);
      this.#count(record);
    }
  }

  get elapsedSeconds(): number {
    return this.#clock() - this.#begun;
  }

  /** Seconds since the beginning and the operations done in them, those of running trials included. */
  pace(): { readonly elapsed: number; readonly costDone: number } {
    return { elapsed: this.elapsedSeconds, costDone: this.#costDone + this.#costRunning() };
  }

  /** A trial that is going to run, and whose earlier record, where it has one, no longer counts. */
  expect({ trial }: QueuedTrial): void {
    this.#kept.delete(trial.id);
    this.#forget(trial.id);
  }

  start({ trial }: QueuedTrial): void {
    this.#running.set(trial.id, 0);
  }

  advance({ trial, spec, cost, from, until }: QueuedTrial, { step }: EpochRecord): void {
    const steps = (until ?? stepsOf(spec)) - from;
    if (this.#running.has(trial.id) && steps > 0)
      this.#running.set(trial.id, cost * Math.min(1, (step - from) / steps));
  }

  /** A trial that did what it was to do: ended, or came to its pause. */
  finish({ trial, cost }: QueuedTrial): void {
    this.#running.delete(trial.id);
    this.#costDone += cost;
    this.#costLeft -= cost;
  }

  /** A trial that has a record now. */
  end(record: TrialRecord): void {
    this.#kept.delete(record.id);
    this.#forget(record.id);
    this.#count(record);
  }

  /** A trial that was broken off. */
  drop({ trial }: QueuedTrial): void {
    this.#running.delete(trial.id);
  }

  counts(): Counts {
    const elapsed_s = this.elapsedSeconds;
    const under = this.#costRunning();
    const done = this.#costDone + under;
    const left = Math.max(0, this.#costLeft - under);
    return {
      total: this.#total,
      finished: this.#outcomes.size,
      kept: this.#kept.size,
      ...this.#ended,
      running: this.#running.size,
      elapsed_s,
      cost_done: done,
      cost_left: left,
      ...(done > 0 ? { eta_s: (elapsed_s * left) / done } : {}),
    };
  }

  #costRunning(): number {
    return [...this.#running.values()].reduce((sum, cost) => sum + cost, 0);
  }

  #count(record: TrialRecord): void {
    const outcome = outcomeOf(record);
    this.#outcomes.set(record.id, outcome);
    this.#ended[outcome] += 1;
  }

  #forget(id: string): void {
    const outcome = this.#outcomes.get(id);
    if (outcome === undefined) return;
    this.#outcomes.delete(id);
    this.#ended[outcome] -= 1;
  }
}

function outcomeOf(record: TrialRecord): Outcome {
  const { status } = record;
  if (status === "completed" || status === "diverged" || status === "pruned") return status;
  return "failed";
}
