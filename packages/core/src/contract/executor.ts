import type { EpochRecord, Failed, GradientProbe, StepProbe, TrialRecord } from "./record.js";
import type { Numerics, TrialSpec } from "./spec.js";
import type { MachineCard } from "./study.js";

/** A paused trial. Resuming from it gives the digest of an uninterrupted run. */
export interface Checkpoint {
  readonly id: string;
  readonly step: number;
  /** Weights, optimizer state and running statistics. */
  readonly state: Uint8Array;
  readonly curve: readonly EpochRecord[];
  /** The optimizer's scalars that are not in `state`, such as running products of betas. */
  readonly scalars: readonly number[];
  /** Seconds of processor time so far, where the host could tell. */
  readonly cpu_s?: number;
  /** Probes of units since the curve's last epoch. */
  readonly probes?: readonly StepProbe[];
  /** Measured updates since the curve's last epoch. */
  readonly gradients?: readonly GradientProbe[];
}

export interface Paused {
  readonly status: "paused";
  readonly id: string;
  readonly checkpoint: Checkpoint;
}

/**
 * A failure that is not the trial's own, such as a lost worker: the same trial may succeed when it runs
 * again.
 */
export interface RetryableFailure extends Failed {
  readonly retryable: true;
}

/**
 * What an executor gives for a trial. `retryable` is for the run loop alone, and not part of the record it
 * keeps.
 */
export type TrialOutcome = TrialRecord | Paused | RetryableFailure;

/** What a running trial reports. `worker` numbers the trials that run at the same time: 1 … `concurrency`. */
export type TrialEvent =
  | { readonly type: "started"; readonly id: string; readonly worker?: number }
  | { readonly type: "epoch"; readonly id: string; readonly epoch: EpochRecord }
  | ({ readonly type: "placed"; readonly id: string } & TrialPlace);

/** A machine that is not the one of the run loop. */
export interface DistantMachine {
  /** Tells machines apart without a name of theirs; at most 64 characters. */
  readonly id: string;
  readonly card: MachineCard;
}

/** Where a trial ran, known when it has ended. */
export interface TrialPlace {
  readonly machine: DistantMachine;
  /** Another machine that trained it again, to the same bits. */
  readonly rechecked?: DistantMachine;
}

export interface TrialRunOptions {
  /** The spec's id, where the caller has it at hand: to hash a spec takes as long as a tiny trial. */
  readonly id?: string;
  /** Where to go on from. */
  readonly from?: Checkpoint;
  /** Pause once this many updates are made. */
  readonly until?: number;
  /** Ends the trial, whether it waits or runs. */
  readonly signal?: AbortSignal;
  /**
   * Takes the trial back, which rejects with an `AbortError`, where nobody has begun it; one that runs goes
   * on to its end. An executor whose trials do not wait at a distant worker need not listen.
   */
  readonly drain?: AbortSignal;
  /** Seconds that the trial may run; time in the executor's queue does not count. */
  readonly timeout_s?: number;
  /** Must not throw. */
  readonly onEvent?: (event: TrialEvent) => void;
}

/**
 * Runs trials somewhere: in threads, in this thread, on other machines. The checks of
 * `@actbench/core/executor-contract` assert what is promised here.
 *
 * Whoever opens an executor closes it; a run loop that is given one does not.
 */
export interface Executor {
  /**
   * Trials that it takes at the same time, at least 1; those of distant workers may include some that wait
   * there. A run loop keeps this many calls of {@link Executor.run} open. It may change while trials run, as
   * workers come and go: read it again whenever a trial ends.
   */
  readonly concurrency: number;
  /**
   * Bytes that all running trials may take together. A run loop starts a trial once its estimate fits, and
   * records one that never fits as out of memory. Absent where the executor itself sees to it that its
   * workers have the memory.
   */
  readonly memoryBytes?: number;
  /**
   * The profiles it can compute. A run loop refuses a plan that asks for another one before it writes
   * anything.
   */
  readonly numerics: readonly Numerics[];

  /**
   * Runs a trial to its end, or to `until`. May be called any number of times without waiting; what exceeds
   * `concurrency` waits, in the order of the calls.
   *
   * **Result.** The same as `runTrial`'s but for times and memory, wherever and beside whatever else it runs.
   * A bad trial is a record: a spec that cannot be trained, data the executor does not have, a crash,
   * `timed_out`, `out_of_memory`. Its curve is kept as far as it is known. A failure of the executor's
   * workers, and no other, is a {@link RetryableFailure}; retrying is the caller's decision. `retries` of the
   * record counts runs that the executor itself repeated.
   *
   * **Events.** First `started`, when the trial leaves the queue, then epochs in ascending order, and
   * `placed` where it ran on another machine, all before the promise settles. An executor far away may leave
   * epochs out, and repeats `started` when it restarts the trial.
   *
   * **Checkpoints.** `from` may come from any executor of the same engine, on any machine: the digest is that
   * of the unbroken run. One that is not of this trial gives a failed record.
   *
   * **Timeout.** The executor enforces `timeout_s`, from `started` on, and may be late by what it cannot
   * interrupt.
   *
   * **Rejects** with an `AbortError` when `signal` fires or the executor is closed: immediately for a trial
   * that waits, as soon as it can be stopped for one that runs. No event follows, no result is given, and
   * other trials are not affected. Rejects with another error only when the executor can run no trial at all
   * any more, such as an `ExecutorError` after `close`, and with a `TypeError` for a spec without `id` that
   * has no JSON form.
   */
  run(spec: TrialSpec, options?: TrialRunOptions): Promise<TrialOutcome>;

  /**
   * Aborts what waits and runs, gives back threads, memory and connections, and takes no further trial.
   * Resolves when that is done; may be called again.
   */
  close(): Promise<void>;
}
