import type { TargetStatistics } from "../task/chance.js";
import type { ActivationSpec, PointSpec } from "./spec.js";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A setting varied by a study. Values are what tables show: an activation is its label. */
export interface Axis {
  /** The setting's full name: `activation`, `model.init`, `train.lr`, … */
  readonly name: string;
  readonly values: readonly Json[];
}

export interface StudyPoint {
  /** 0-based, in plan order. */
  readonly point: number;
  /** The axis values of this point, short, for example `elu · he_normal · lr 0.1`. */
  readonly label: string;
  /** The value on each axis, by the axis' name; an axis that does not hold here is absent. */
  readonly settings: Readonly<Record<string, Json>>;
  readonly spec: PointSpec;
}

/** One line of `plan.jsonl`. */
export interface PlannedTrial {
  /** 1-based number in plan order. */
  readonly trial: number;
  readonly id: string;
  readonly point: number;
  readonly seed: number;
}

export interface Metric {
  /** A metric column of `results.csv`, for example `validation_accuracy`. */
  readonly name: string;
  readonly goal: "maximize" | "minimize";
}

export interface Claim {
  readonly id: string;
  readonly compare?: Readonly<Record<string, readonly [Json, Json]>>;
  readonly where?: Readonly<Record<string, Json>>;
  readonly metric: string;
  readonly at: "best" | "equal";
  readonly expect: string;
  readonly margin?: number;
}

export interface StatsSettings {
  readonly confidence: number;
  readonly correction: "holm" | "bh" | "none";
  /** Margin of equivalence, a fraction for accuracies. */
  readonly equivalent_within?: number;
  /**
   * How often verdicts will be looked at while seeds are added, declared before the first time; absent: once.
   */
  readonly looks?: number;
  /** Target accuracy, a fraction: reports show when each trial first reaches it. */
  readonly target_accuracy?: number;
}

/** What a report says of a number that is predicted. */
export interface TargetCard extends TargetStatistics {
  readonly name: string;
  readonly min: number;
  readonly max: number;
}

/** What a report says of a dataset. */
export interface DataCard {
  readonly name: string;
  readonly hash: string;
  readonly description: string;
  readonly source: string;
  readonly license: string;
  readonly inputs: number;
  readonly classes: number;
  readonly train_rows: number;
  /** Rows that come with the data to choose by. */
  readonly validation_rows?: number;
  readonly test_rows: number;
  /** Examples per class in the training rows. */
  readonly class_counts: readonly number[];
  /** Numbers to predict, over the training rows and in their own unit; absent where rows have classes. */
  readonly targets?: readonly TargetCard[];
  /** Width and height where the rows are the pixels of one picture. */
  readonly picture?: readonly [width: number, height: number];
  /** Share of inputs that are not 0. */
  readonly density: number;
  /** Width and height where an example is a picture. */
  readonly image?: readonly [width: number, height: number];
  /** A few examples for a picture: bytes as base64, one per class. */
  readonly samples?: readonly { readonly label: number; readonly bytes: string }[];
}

/** Where a study ran: no user, host name or path. */
export interface MachineCard {
  readonly cpu: string;
  readonly cores: number;
  readonly memory_bytes: number;
  readonly os: string;
  readonly arch: string;
  readonly node: string;
  readonly v8: string;
  readonly fma: boolean;
}

/** A second stage, whose points are chosen when all trials over a study's seeds have ended. */
export interface Confirmation {
  /** Fresh seeds: none of them chose. */
  readonly seeds: readonly number[];
  /** Numbers of the finalists, in plan order; empty until they are chosen. */
  readonly points: readonly number[];
}

/** All that a report knows of a study. */
export interface StudyRecord {
  readonly format: 1;
  readonly name: string;
  /** SHA-256 (hex) of what the study is; the folder's name ends in its first 8 digits. */
  readonly hash: string;
  /** 1 for the first lock, one more for each replacement. */
  readonly revision: number;
  /** ISO 8601, when the first lock was written. */
  readonly created: string;
  readonly version: string;
  readonly study_seed: number;
  readonly method: string;
  readonly metric: Metric;
  readonly axes: readonly Axis[];
  readonly points: readonly StudyPoint[];
  readonly seeds: readonly number[];
  /**
   * Where finalists run again on fresh seeds. Those trials stand at the plan's end, and no comparison over
   * `seeds` holds them.
   */
  readonly confirm?: Confirmation;
  readonly plan: readonly PlannedTrial[];
  /** Axis values effects are reported against. */
  readonly baseline?: Readonly<Record<string, Json>>;
  readonly stats: StatsSettings;
  readonly claims: readonly Claim[];
  readonly activations: readonly ActivationSpec[];
  readonly data: readonly DataCard[];
  readonly machine: MachineCard;
  readonly workers: number;
  /** The resolved sweep file, as YAML, for repeating the study. */
  readonly config: string;
}
