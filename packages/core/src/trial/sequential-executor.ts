import { AbortError } from "../contract/abort-error.js";
import { describeError } from "../contract/describe-error.js";
import type { Executor, TrialEvent, TrialOutcome, TrialRunOptions } from "../contract/executor.js";
import { ExecutorError } from "../contract/executor-error.js";
import { trialId } from "../contract/identity.js";
import type { EpochRecord, TrialRecord } from "../contract/record.js";
import type { Numerics, TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { findDataset } from "../data/find-dataset.js";
import { fmaAvailable } from "../wasm/relaxed-simd.js";
import { startTrial } from "./run-trial.js";

export interface SequentialExecutorOptions {
  /** The data of all trials to come. */
  readonly datasets: readonly Dataset[];
  /** Seconds from any fixed moment, monotonic, such as `() => performance.now() / 1000`. */
  readonly now: () => number;
  /** Bytes that a trial may take; unlimited where absent. */
  readonly memoryBytes?: number;
}

/** After this long the thread does other things before the next epoch or trial. */
const TURN_S = 0.02;

/**
 * Runs one trial at a time in the thread it is called from, for browsers, tests and debuggers. The thread is
 * busy for an epoch at a time: a trial is aborted and timed out between epochs only. Activations that are
 * code give failed records: nothing would keep such code from this thread.
 */
export function createSequentialExecutor(options: SequentialExecutorOptions): Executor {
  return new SequentialExecutor(options);
}

/** A trial in the queue or running. */
interface Job {
  readonly id: string;
  readonly spec: TrialSpec;
  readonly options: TrialRunOptions;
  readonly signal: AbortSignal;
}

class SequentialExecutor implements Executor {
  readonly concurrency = 1;
  readonly memoryBytes?: number;
  readonly numerics: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];
  readonly #datasets: readonly Dataset[];
  readonly #now: () => number;
  /** Settles when all trials so far have ended. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #stops = new Set<AbortController>();
  /** When the thread last did other things. */
  #turn = 0;
  #closed = false;

  constructor({ datasets, now, memoryBytes }: SequentialExecutorOptions) {
    this.#datasets = datasets;
    this.#now = now;
    if (memoryBytes !== undefined) this.memoryBytes = memoryBytes;
  }

  async run(spec: TrialSpec, options: TrialRunOptions = {}): Promise<TrialOutcome> {
    const { signal, id = trialId(spec) } = options;
    if (signal?.aborted) throw new AbortError(signal.reason);
    if (this.#closed) throw new ExecutorError("executor_closed", "the executor was closed");
    const stop = new AbortController();
    const onAbort = (): void => stop.abort(signal?.reason);
    signal?.addEventListener("abort", onAbort, { once: true });
    this.#stops.add(stop);
    const work = this.#last.then(() => this.#train({ id, spec, options, signal: stop.signal }));
    // The next trial waits for the end of this one, however it ends; the error is that of `work`, which is
    // awaited below.
    this.#last = work.catch(() => undefined);
    try {
      return await Promise.race([work, rejectOnAbort(stop.signal)]);
    } finally {
      signal?.removeEventListener("abort", onAbort);
      this.#stops.delete(stop);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const stop of this.#stops) stop.abort("the executor was closed");
    await this.#last;
  }

  async #train(job: Job): Promise<TrialOutcome> {
    const { id, options, signal } = job;
    await this.#letOthers();
    signal.throwIfAborted();
    const curve = [...(options.from?.curve ?? [])];
    options.onEvent?.({ type: "started", id, worker: 1 });
    try {
      return await this.#trainInParts(job, curve);
    } catch (error) {
      signal.throwIfAborted();
      return this.#failure({ id, curve }, error);
    }
  }

  async #trainInParts({ id, spec, options, signal }: Job, curve: EpochRecord[]): Promise<TrialOutcome> {
    const { timeout_s = Number.POSITIVE_INFINITY } = options;
    const started = this.#now();
    const onEvent = (event: TrialEvent): void => {
      if (event.type === "epoch") curve.push(event.epoch);
      if (!signal.aborted) options.onEvent?.(event);
    };
    const trial = startTrial(
      spec,
      findDataset(spec.dataset, this.#datasets),
      { now: this.#now, onEvent },
      options,
    );
    for (;;) {
      const result = trial.advance();
      if (result === undefined) await this.#letOthers();
      const after_s = this.#now() - started;
      const isOver = result === undefined && after_s >= timeout_s;
      if (result !== undefined || isOver || signal.aborted) trial.end();
      signal.throwIfAborted();
      if (isOver) return { status: "timed_out", id, curve, after_s };
      if (result !== undefined) return result;
    }
  }

  /** Lets timers and messages be served where that is due. */
  async #letOthers(): Promise<void> {
    if (this.#now() - this.#turn < TURN_S) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#turn = this.#now();
  }

  #failure(reached: Pick<TrialRecord, "id" | "curve">, thrown: unknown): TrialRecord {
    const error = describeError(thrown, "trial_error");
    return error.code === "out_of_memory" && this.memoryBytes !== undefined
      ? { status: "out_of_memory", ...reached, limit_bytes: this.memoryBytes }
      : { status: "failed", ...reached, error };
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new AbortError(signal.reason)), { once: true });
  });
}
