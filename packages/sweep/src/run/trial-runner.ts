import {
  type Executor,
  MAX_TRIAL_BYTES,
  MemoryAccount,
  type Paused,
  ShapeError,
  type TrialEvent,
  type TrialOutcome,
  type TrialPlace,
  type TrialRecord,
} from "@actbench/core/internal";
import type { SavedTrial } from "../halving/checkpoint-file.js";
import { bytesNeeded } from "../plan/bytes-needed.js";
import { isFailure } from "../results/is-failure.js";
import { checkAnswer, isEvent } from "./check-answer.js";
import type { QueuedTrial } from "./queued-trial.js";
import { keepWeights } from "./weights-file.js";
import type { WritableRun } from "./writable-run.js";

/** A timeout that was used up before a pause ends the trial as soon as it resumes. */
const MIN_TIMEOUT_S = 0.001;

/** Called while a trial runs. */
export interface TrialListener {
  onEvent(queued: QueuedTrial, event: Exclude<TrialEvent, { type: "placed" }>): void;
  onRetry(queued: QueuedTrial, lost: TrialRecord & { status: "failed" }, attempt: number): void;
  onRemark(message: string): void;
}

/**
 * Runs single trials: from their checkpoint where they have one, when there is memory, again where the
 * executor says that it may.
 */
export class TrialRunner {
  readonly #run: WritableRun;
  readonly #executor: Executor;
  readonly #abort: AbortSignal;
  readonly #drain: AbortSignal | undefined;
  readonly #clock: () => number;
  readonly #listener: TrialListener;
  readonly #memory: MemoryAccount;
  /** What trials of a point need, which is the same for every seed. */
  readonly #needed = new Map<number, ReturnType<typeof bytesNeeded>>();

  constructor(options: {
    readonly run: WritableRun;
    readonly executor: Executor;
    /** Breaks trials off. */
    readonly abort: AbortSignal;
    /** Takes trials back that wait at a distant worker. */
    readonly drain: AbortSignal | undefined;
    readonly clock: () => number;
    readonly listener: TrialListener;
  }) {
    const { run, executor, abort, drain, clock, listener } = options;
    this.#run = run;
    this.#executor = executor;
    this.#abort = abort;
    this.#drain = drain;
    this.#clock = clock;
    this.#listener = listener;
    this.#memory = new MemoryAccount(
      Math.min(
        run.budget.memory_bytes ?? Number.POSITIVE_INFINITY,
        executor.memoryBytes ?? Number.POSITIVE_INFINITY,
      ),
    );
  }

  /** Runs a trial to its end, which is its record, or to its pause; undefined when it was broken off. */
  async run(queued: QueuedTrial): Promise<EndedTrial | SavedTrial | undefined> {
    const { checkpoints, budget } = this.#run;
    const saved = checkpoints.load(queued.trial.id, (message) => this.#listener.onRemark(message));
    for (let attempt = 0; ; attempt++) {
      const { result, isRetryable = false, spent_s, place } = await this.#attempt(queued, saved);
      if (result === undefined) return undefined;
      const repeated = result.status === "paused" ? 0 : (result.retries ?? 0);
      const retries = (saved?.retries ?? 0) + attempt + repeated;
      if (result.status === "paused")
        return { checkpoint: result.checkpoint, spent_s, retries, again: this.#isAgain(queued) };
      if (result.status !== "failed" || !isRetryable || attempt >= budget.retries) {
        const record = keepWeights(this.#run.folder, result);
        return { record: retries === 0 ? record : { ...record, retries }, ...(place && { place }) };
      }
      this.#listener.onRetry(queued, result, attempt + 1);
    }
  }

  #isAgain({ trial }: QueuedTrial): boolean {
    const before = this.#run.records.get(trial.id);
    return before !== undefined && isFailure(before);
  }

  /** Runs a trial once there is memory for it; one that needs more than there is does not start. */
  async #attempt(queued: QueuedTrial, saved: SavedTrial | undefined): Promise<Attempt> {
    const { id } = queued.trial;
    const spent_s = saved?.spent_s ?? 0;
    const curve = saved?.checkpoint.curve ?? [];
    const needed = this.#bytesNeeded(queued);
    if (typeof needed !== "number")
      return { result: { status: "failed", id, curve, error: needed }, spent_s };
    const limit_bytes = Math.min(this.#memory.limit, MAX_TRIAL_BYTES);
    if (needed > limit_bytes)
      return {
        result: { status: "out_of_memory", id, curve, limit_bytes, needed_bytes: needed },
        spent_s,
      };
    await this.#memory.reserve(needed);
    try {
      return await this.#execute(queued, saved);
    } finally {
      this.#memory.release(needed);
    }
  }

  #bytesNeeded({ trial: { point }, spec }: QueuedTrial): ReturnType<typeof bytesNeeded> {
    const needed = this.#needed.get(point) ?? bytesNeeded(spec, this.#run.datasets);
    this.#needed.set(point, needed);
    return needed;
  }

  async #execute(queued: QueuedTrial, saved: SavedTrial | undefined): Promise<Attempt> {
    const { trial_timeout_s } = this.#run.budget;
    const { trial, until } = queued;
    const before = saved?.spent_s ?? 0;
    let started = this.#clock();
    let place: TrialPlace | undefined;
    try {
      const { result, isRetryable } = readAnswer(
        queued,
        saved,
        await this.#executor.run(queued.spec, {
          id: trial.id,
          signal: this.#abort,
          ...(this.#drain === undefined ? {} : { drain: this.#drain }),
          ...(saved === undefined ? {} : { from: saved.checkpoint }),
          ...(until === undefined ? {} : { until }),
          ...(trial_timeout_s === undefined
            ? {}
            : { timeout_s: Math.max(MIN_TIMEOUT_S, trial_timeout_s - before) }),
          onEvent: (event) => {
            if (!isEvent(event)) return;
            if (event.type === "placed") {
              place = event;
              return;
            }
            // The time in the executor's queue is not the trial's.
            if (event.type === "started") started = this.#clock();
            this.#listener.onEvent(queued, event);
          },
        }),
      );
      const spent_s = before + this.#clock() - started;
      const where = place === undefined ? {} : { place };
      return result.status === "timed_out"
        ? { result: { ...result, after_s: before + result.after_s }, spent_s, ...where }
        : { result, isRetryable, spent_s, ...where };
    } catch (error) {
      const isWanted = this.#abort.aborted || this.#drain?.aborted;
      if (isWanted && error instanceof Error && error.name === "AbortError")
        return { result: undefined, spent_s: before };
      throw error;
    }
  }
}

/**
 * What the run keeps of an executor's answer, and whether the failure was not the trial's own. An answer that
 * is no record of the trial is a failure of the executor.
 */
function readAnswer(
  { trial: { id }, spec, until }: QueuedTrial,
  saved: SavedTrial | undefined,
  answer: unknown,
): { readonly result: TrialRecord | Paused; readonly isRetryable: boolean } {
  try {
    const outcome: TrialOutcome = checkAnswer(answer, { id, spec }, until);
    if (!("retryable" in outcome)) return { result: outcome, isRetryable: false };
    const { retryable, ...result } = outcome;
    return { result, isRetryable: retryable === true };
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    const message = `the result is not a record of this trial: ${error.message}`;
    const curve = saved?.checkpoint.curve ?? [];
    return {
      result: { status: "failed", id, curve, error: { code: "malformed_answer", message } },
      isRetryable: true,
    };
  }
}

/** A trial that has ended, and where it ran if not on this machine. */
export interface EndedTrial {
  readonly record: TrialRecord;
  readonly place?: TrialPlace;
}

interface Attempt {
  /** Undefined when the trial was broken off. */
  readonly result: TrialRecord | Paused | undefined;
  /** Running it again may end otherwise. */
  readonly isRetryable?: boolean;
  readonly place?: TrialPlace;
  /** Seconds the trial ran, those before its pause included. */
  readonly spent_s: number;
}
