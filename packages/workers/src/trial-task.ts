import type { MessagePort } from "node:worker_threads";
import type {
  Checkpoint,
  Dataset,
  EpochRecord,
  ErrorRecord,
  LanePlan,
  Paused,
  SparseRows,
  TrialRecord,
  TrialSpec,
} from "@actbench/core/internal";

import type { CodeModule } from "./code/load-code.js";

/** What every thread is started with; the buffers are shared, not copied. */
export interface WorkerSetup {
  /** Address of the module that performs tasks. */
  readonly entry: string;
  readonly lanes: LanePlan;
  readonly datasets: readonly Dataset[];
  readonly code: readonly CodeModule[];
}

/** One trial on its way to a thread. */
export interface TrialTask {
  readonly id: string;
  readonly spec: TrialSpec;
  /** The lists of the trial's data, shared by all threads. */
  readonly sparseRows?: SparseRows;
  readonly from?: Checkpoint;
  readonly until?: number;
  /** One Int32: the updates made so far. */
  readonly progress: SharedArrayBuffer;
  /** Where `TaskMessage`s go. */
  readonly events: MessagePort;
}

/**
 * How a trial ended in its thread: an error's properties do not survive the way between threads, so it is
 * data.
 */
export type TaskOutcome =
  | { readonly ok: true; readonly value: TrialRecord | Paused }
  | { readonly ok: false; readonly error: ErrorRecord };

/**
 * What a thread posts about a trial, in this order. The outcome goes the same way as the events: so it comes
 * after them, and is not lost when the thread dies of something else right after the trial.
 */
export type TaskMessage =
  | { readonly type: "started" }
  | { readonly type: "epochs"; readonly epochs: readonly EpochRecord[] }
  /** With the epochs that no message told yet. */
  | { readonly type: "ended"; readonly outcome: TaskOutcome; readonly epochs: readonly EpochRecord[] };
