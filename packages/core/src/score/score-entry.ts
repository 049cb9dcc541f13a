import type { Chance } from "../task/chance.js";
import type { Loss, TaskName } from "../task/tasks.js";

/** Which way is better. */
export type Goal = "maximize" | "minimize";

/**
 * How a metric's numbers are written: `share` in percent to a hundredth and `rate` to a tenth, both from 0 to 1; `loss` as a
 * number; seconds, examples a second, bytes, nanoseconds.
 */
export type MetricUnit = "share" | "rate" | "loss" | "s" | "per_s" | "bytes" | "ns";

interface ScoreBase<Name extends string> {
  /** The end of its metrics' names: `accuracy` of `test_accuracy`. */
  readonly name: Name;
  /** In a sentence, after `test` or `validation`. */
  readonly title: string;
  readonly unit: MetricUnit;
  readonly goal: Goal;
  /** The tasks that have it; absent: all. */
  readonly tasks?: readonly TaskName[];
  /** The losses with which it exists; absent: all. */
  readonly losses?: readonly Loss[];
  /** Whether outputs that are not finite leave it without a value. */
  readonly mayBeMissing: boolean;
  /** What a trial counts that diverged: that of always answering the commonest class, and of being certain. */
  diverged(chance: Chance | undefined): number | undefined;
}

/** A score that follows from what every evaluation sums up. */
export interface SummedScore<Name extends string = string> extends ScoreBase<Name> {
  of(totals: { readonly loss: number; readonly correct: number }, rows: number): number;
}

/** A score that reads each example's outputs: measured only where `measure.scores` asks. */
export interface OutputScore<Name extends string = string> extends ScoreBase<Name> {
  readonly doc: string;
  /** A sum over the examples of one evaluation, for a network with this many outputs. */
  begin(outputs: number): OutputTally;
}

export interface OutputTally {
  /** An example's outputs, before any softmax, and its label. */
  add(outputs: Float32Array, label: number): void;
  value(): number;
}

/** How well a network does on examples, by one number. */
export type ScoreEntry<Name extends string = string> = SummedScore<Name> | OutputScore<Name>;

/** Whether a score reads outputs, so that it is measured only where a study asks. */
export function readsOutputs<Name extends string>(score: ScoreEntry<Name>): score is OutputScore<Name> {
  return "begin" in score;
}
