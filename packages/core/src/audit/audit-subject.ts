import type { AtKink } from "../formula/at-kink.js";

/** An activation as an audit sees it: functions of its inputs in f64, parameters at some values. */
export interface AuditSubject {
  /** Pre-activations per unit. */
  readonly inputs: number;
  /** Names of the inputs for messages: `x`, or `x1` … */
  readonly inputNames: readonly string[];
  /** Where value or slope jump, as far as known; audits look around them. */
  readonly kinks: readonly number[];
  readonly at_kink: AtKink;
  /**
   * Whether the slopes are derived from a formula: then PyTorch's slope at a kink is what its autograd gives
   * that formula.
   */
  readonly derived: boolean;
  /**
   * Where the value or a slope may have a pole, as far as known: where something is divided by 0, or its
   * logarithm taken.
   */
  readonly suspects: readonly number[];
  value(point: readonly number[]): number;
  /** ∂f/∂(input i). */
  slope(point: readonly number[], i: number): number;
  /** Slopes in trained parameters, each with the value as a function of that parameter. */
  readonly trained: readonly {
    readonly name: string;
    readonly at: number;
    value(point: readonly number[], parameter: number): number;
    slope(point: readonly number[]): number;
  }[];
}
