import type { Json } from "@actbench/core/internal";
import type { MetricName } from "../metrics/metric-name.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { PointView } from "../view/point-view.js";

/** The effect of one value of an axis against the axis' baseline. */
export interface Effect {
  readonly value: Json;
  /** Value less baseline, paired by seed; n counts seeds, whatever the number of settings. */
  readonly paired: JudgedEffect;
}

/** Effects of the study's metric where all other settings are equal. */
export interface EffectsPlace {
  /** The other settings; absent: the mean over all of them. */
  readonly settings?: Readonly<Record<string, Json>>;
  readonly effects: readonly Effect[];
}

/** An effect between two chosen points. */
export interface BestEffect extends Effect {
  /** The value's best point, and the number of points it was chosen from. */
  readonly chosen: PointView;
  readonly candidates: number;
}

/** Effects with each value at its own best: all other settings chosen on validation, judged by `metric`. */
export interface BestPerValue {
  readonly chosenBy: MetricName;
  readonly metric: MetricName;
  /** 1: more of `metric` is better; −1: less is better. */
  readonly metricSign: 1 | -1;
  readonly baseline: PointView;
  readonly candidates: number;
  readonly effects: readonly BestEffect[];
  /** Values without a point that can be chosen. */
  readonly without: readonly Json[];
}

/** Everything to say of one axis with a baseline. */
export interface AxisEffects {
  readonly axis: string;
  readonly baseline: Json;
  /** The comparison that the study declares: each at its own best where the learning rate is an axis too. */
  readonly headline: "best" | "equal";
  /** At equal settings, the mean over all of them. */
  readonly overall: EffectsPlace;
  /** One per combination of other settings that holds the baseline, in plan order; for exploration. */
  readonly places: readonly EffectsPlace[];
  /** Absent where nothing may be chosen; `whyNoBest` says why. */
  readonly best?: BestPerValue;
  readonly whyNoBest?: string;
}
