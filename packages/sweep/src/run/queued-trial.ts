import type { PlannedTrial, TrialSpec } from "@actbench/core/internal";

/** A trial to run, or the part of it up to a pause. */
export interface QueuedTrial {
  readonly trial: PlannedTrial;
  readonly label: string;
  readonly spec: TrialSpec;
  /** Floating-point operations, counted from the spec: of the part that is left to run. */
  readonly cost: number;
  /** Updates made before, up to its pause. */
  readonly from: number;
  /** Pause after this many updates. */
  readonly until?: number;
  /** Counts the decisions that came before: trials of one round wait for nothing but a worker. */
  readonly round: number;
}
