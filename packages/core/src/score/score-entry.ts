import type { Chance } from "../task/chance.js";
import type { Loss, TaskName } from "../task/tasks.js";

/** Which way is better. */
export type Goal = "maximize" | "minimize";

/**
 * How a metric's numbers are written: `share` in percent to a hundredth and `rate` to a tenth, both from 0 to
 * 1; `loss` and, in the unit of what is predicted, `error` as numbers ≥ 0; `r2` and decibels as numbers of
 * either sign; seconds, examples a second, bytes, nanoseconds.
 */
export type MetricUnit = "share" | "rate" | "loss" | "error" | "r2" | "db" | "s" | "per_s" | "bytes" | "ns";

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
  /** What it is, in a sentence, where a study has to ask for it in `measure.scores`. */
  readonly doc?: string;
  /**
   * What a trial counts that diverged: that of always answering the majority class with certainty, or the
   * mean.
   */
  diverged(chance: Chance | undefined): number | undefined;
}

/** A score that follows from what every evaluation sums up. */
export interface SummedScore<Name extends string = string> extends ScoreBase<Name> {
  of(totals: EvaluationTotals, rows: number): number;
}

/** Sums over the examples of an evaluation. */
export interface EvaluationTotals {
  readonly loss: number;
  readonly correct: number;
  /** Present where outputs are numbers. */
  readonly errors?: TargetErrors;
}

/** Sums over examples for each target, in its own unit. */
export interface TargetErrors {
  /** Of squared errors. */
  readonly squares: Float64Array;
  /** Of absolute errors. */
  readonly absolutes: Float64Array;
  /** Of squared distances of the true values from their mean. */
  readonly spreads: Float64Array;
}

/** A score that reads each example's outputs: measured only where a study asks for it. */
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

/** Whether a score reads each example's outputs. */
export function readsOutputs<Name extends string>(score: ScoreEntry<Name>): score is OutputScore<Name> {
  return "begin" in score;
}

/** Whether a score is measured only where `measure.scores` asks for it. */
export function needsAsking<Name extends string>(score: ScoreEntry<Name>): score is AskedScore<Name> {
  return score.doc !== undefined;
}

/** A score that `measure.scores` may name. */
export type AskedScore<Name extends string = string> = ScoreEntry<Name> & { readonly doc: string };
