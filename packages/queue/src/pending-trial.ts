import {
  AbortError,
  type DistantMachine,
  type EpochRecord,
  epochShape,
  ShapeError,
  type TrialOutcome,
  type TrialRunOptions,
} from "@actbench/core/internal";
import type { Task } from "./job.js";

/** What came out of a trial, and where it ran where an agent said so. */
export interface EndedTrial {
  readonly outcome: TrialOutcome;
  readonly machine?: DistantMachine;
}

/** A trial that was given to the executor and has not ended. */
export class PendingTrial {
  readonly task: Task;
  readonly queue: string;
  readonly job: string;
  readonly ended: Promise<EndedTrial>;
  /** It is at the broker, or on its way there. */
  isSent = false;
  /** Its state is being asked for. */
  isAsking = false;
  readonly #options: TrialRunOptions;
  #settle: { resolve(ended: EndedTrial): void; reject(error: unknown): void } | undefined;
  /** How often agents have begun it, as far as is known. */
  #starts = 0;
  #lastEpoch = -1;

  constructor(task: Task, place: { readonly queue: string; readonly job: string }, options: TrialRunOptions) {
    this.task = task;
    this.queue = place.queue;
    this.job = place.job;
    this.#options = options;
    this.ended = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
  }

  get isOver(): boolean {
    return this.#settle === undefined;
  }

  get hasStarted(): boolean {
    return this.#starts > 0;
  }

  /** An agent has begun it, the first or, where that one was lost, a further one. */
  start(starts = 1): void {
    if (this.isOver || starts <= this.#starts) return;
    this.#starts = starts;
    this.#options.onEvent?.({ type: "started", id: this.task.id });
  }

  /** An epoch as an agent reports it; any that is none, or that was there before, is left out. */
  reach(value: unknown): void {
    if (this.isOver) return;
    const epoch = epochOf(value);
    if (epoch === undefined || epoch.epoch <= this.#lastEpoch) return;
    this.start();
    this.#lastEpoch = epoch.epoch;
    this.#options.onEvent?.({ type: "epoch", id: this.task.id, epoch });
  }

  end(ended: EndedTrial): void {
    // The news of the start may have been lost.
    this.start();
    this.#settle?.resolve(ended);
    this.#settle = undefined;
  }

  abort(reason: unknown): void {
    this.reject(new AbortError(reason));
  }

  reject(error: unknown): void {
    this.#settle?.reject(error);
    this.#settle = undefined;
  }
}

function epochOf(value: unknown): EpochRecord | undefined {
  try {
    return epochShape(value);
  } catch (error) {
    if (error instanceof ShapeError) return undefined;
    throw error;
  }
}
