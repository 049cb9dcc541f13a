import type { TrialRecord } from "@actbench/core/internal";
import type { QueuedTrial } from "./queued-trial.js";

/** Where the run loop takes its trials from. */
export interface Work {
  /** Operations that this session is expected to take. */
  readonly cost: number;
  /**
   * What can run now and was not given out before, in the order to run it; empty where all is done or has to
   * wait for trials that run. Called again whenever a trial has ended.
   */
  more(running: ReadonlySet<string>): NextTrials;
  /** Whether nothing of the plan is left. */
  isDone(): boolean;
}

/** A decision: trials that go on, and records of those that do not. */
export interface NextTrials {
  readonly trials: readonly QueuedTrial[];
  readonly ended: readonly TrialRecord[];
}
