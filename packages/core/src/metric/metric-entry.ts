import type { EpochRecord, Timing } from "../contract/record.js";
import type { MeasureSpec } from "../contract/spec.js";
import { type Goal, type MetricUnit, needsAsking, type ScoreEntry } from "../score/score-entry.js";
import type { ScoreName } from "../score/scores.js";
import type { Chance } from "../task/chance.js";

/** The parts of the data that a network is scored on. */
export const SUBSETS = ["train", "validation", "test"] as const;
export type Subset = (typeof SUBSETS)[number];

interface MetricBase<Name extends string> {
  /** The column of `results.csv`. */
  readonly name: Name;
  /** In a sentence, for example `validation accuracy`. */
  readonly title: string;
  readonly unit: MetricUnit;
  readonly goal: Goal;
  /** Whether it is the same on every machine. */
  readonly repeats: boolean;
}

/** The setting of `measure` that asks for a metric, where not every study measures it. */
export interface MetricRequest {
  /** As a sweep file says it, for example `turnover: true`. */
  readonly setting: string;
  isIn(measure: MeasureSpec): boolean;
}

/** A score on one subset of the examples. */
export interface ScoreMetric<Name extends string = string> extends MetricBase<Name> {
  readonly of: "epoch";
  readonly from: Subset;
  readonly score: ScoreEntry<ScoreName>;
  read(epoch: EpochRecord): number | undefined;
}

/**
 * A number of the hidden units after an epoch. `dead_units`: exact on sampled examples too; `every_unit`: on
 * the whole probe alone.
 */
export interface UnitMetric<Name extends string = string> extends MetricBase<Name> {
  readonly of: "epoch";
  readonly from: "dead_units" | "every_unit";
  readonly request?: MetricRequest;
  read(epoch: EpochRecord): number | undefined;
}

/** A number of the initialization. */
export interface StartMetric<Name extends string = string> extends MetricBase<Name> {
  readonly of: "start";
  read(epoch: EpochRecord): number | undefined;
}

/** A number of a whole trial. */
export interface TrialMetric<Name extends string = string> extends MetricBase<Name> {
  readonly of: "trial";
  read(record: { readonly timing: Timing; readonly peak_bytes: number }): number | undefined;
}

/** A number of a network, measured by isolated timing and not by trials. */
export interface NetworkMetric<Name extends string = string> extends MetricBase<Name> {
  readonly of: "network";
}

/** All that is said of a metric; what reads metrics takes it from here. */
export type MetricEntry<Name extends string = string> =
  | ScoreMetric<Name>
  | UnitMetric<Name>
  | StartMetric<Name>
  | TrialMetric<Name>
  | NetworkMetric<Name>;

export function isScoreMetric<Name extends string>(metric: MetricEntry<Name>): metric is ScoreMetric<Name> {
  return "score" in metric;
}

/** How a study asks for a metric; undefined of what every study measures. */
export function requestOf(metric: MetricEntry): MetricRequest | undefined {
  if (!isScoreMetric(metric)) return "request" in metric ? metric.request : undefined;
  const { score } = metric;
  if (!needsAsking(score)) return undefined;
  return {
    setting: `scores: [${score.name}]`,
    isIn: ({ scores }) => scores?.includes(score.name) === true,
  };
}

/** What a diverged trial counts for; undefined where it has no value: rates, times and sizes. */
export function divergedValue(metric: MetricEntry, chance: Chance | undefined): number | undefined {
  return isScoreMetric(metric) ? metric.score.diverged(chance) : undefined;
}
