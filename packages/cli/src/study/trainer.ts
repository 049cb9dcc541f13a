import type { Executor } from "@actbench/core/internal";

/** What trains the trials of a run. */
export interface Trainer {
  readonly executor: Executor;
  /** Trials that run at the same time when it is opened. */
  readonly workers: number;
  /** Gives back all it holds; safe to call twice. */
  close(): Promise<void>;
}
