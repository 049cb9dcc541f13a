import type { EpochRecord, ErrorRecord, PlannedTrial, TrialRecord } from "@actbench/core/internal";

/** Where a study stands. */
export interface Counts {
  /** Trials of the plan. */
  readonly total: number;
  /** Trials with a record: of this session, of earlier ones, taken over. */
  readonly finished: number;
  /** Of those: finished before this session or taken over. */
  readonly kept: number;
  readonly completed: number;
  readonly diverged: number;
  /** Ended early at a rung, on purpose. */
  readonly pruned: number;
  /** Failed, timed out or out of memory. */
  readonly failed: number;
  readonly running: number;
  /** Seconds since the run loop began. */
  readonly elapsed_s: number;
  /** Estimated cost (floating-point operations): finished in this session, and still to do; for an ETA. */
  readonly cost_done: number;
  readonly cost_left: number;
  /** Seconds to the end by the pace of this session; absent before the first trial has finished. */
  readonly eta_s?: number;
}

/** What the run loop tells while it works. */
export type Progress =
  | { readonly type: "begun"; readonly counts: Counts }
  | {
      readonly type: "started";
      readonly trial: PlannedTrial;
      readonly label: string;
      readonly worker?: number;
      readonly counts: Counts;
    }
  | {
      readonly type: "epoch";
      readonly trial: PlannedTrial;
      readonly label: string;
      readonly epoch: EpochRecord;
      readonly counts: Counts;
    }
  | {
      readonly type: "retried";
      readonly trial: PlannedTrial;
      readonly label: string;
      readonly error: ErrorRecord;
      /** 1 for the first retry. */
      readonly attempt: number;
      readonly counts: Counts;
    }
  | {
      /** The trial has reached a rung, where it waits for others; then it continues or is pruned. */
      readonly type: "paused";
      readonly trial: PlannedTrial;
      readonly label: string;
      readonly epoch: number;
      readonly counts: Counts;
    }
  | {
      /** What is worth telling, such as a damaged file that costs time and nothing else. */
      readonly type: "remark";
      readonly message: string;
      readonly counts: Counts;
    }
  | {
      readonly type: "finished";
      readonly trial: PlannedTrial;
      readonly label: string;
      readonly record: TrialRecord;
      readonly counts: Counts;
    };
