import type { TrialEvent } from "../contract/executor.js";
import type { FunctionsOf } from "../network/code-rules.js";

/** What a trial gets from where it runs: a clock, and ways to tell how far it is. */
export interface TrialHost {
  /** Seconds from any fixed moment, monotonic. */
  now(): number;
  /** Seconds of processor time of this thread so far; absent where it cannot tell. */
  cpuSeconds?(): number;
  onEvent?(event: TrialEvent): void;
  /** `[0]` is set to the updates made; may lie in shared memory. */
  readonly progress?: Int32Array;
  /** The functions of activations that are code. */
  readonly functionsOf?: FunctionsOf;
}
