import type { EpochRecord, GradientProbe, StepProbe, TrialRecord } from "./record.js";
import type { TrialSpec } from "./spec.js";

/** A paused trial: from here it goes on to the digest of the unbroken run. */
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

/** What a running trial tells. `started` carries the number of the worker, where there is one. */
export type TrialEvent =
  | { readonly type: "started"; readonly id: string; readonly worker?: number }
  | { readonly type: "epoch"; readonly id: string; readonly epoch: EpochRecord };

export interface RunOptions {
  /** The spec's id, where the caller has it at hand: to hash a spec takes as long as a tiny trial. */
  readonly id?: string;
  readonly from?: Checkpoint;
  /** Pause once this many updates are made. */
  readonly until?: number;
  readonly signal?: AbortSignal;
  readonly timeout_s?: number;
  readonly onEvent?: (event: TrialEvent) => void;
}

/**
 * Runs trials somewhere: threads today. Never rejects for a bad trial, which is a record; rejects with an
 * `AbortError` when `signal` fires, and with any other error only when the executor itself is broken.
 */
export interface Executor {
  run(spec: TrialSpec, options?: RunOptions): Promise<TrialRecord | Paused>;
}
