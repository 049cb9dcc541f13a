import { log } from "../math/log.js";

/** The classes of a dataset, as its card has them. */
export interface ClassCounts {
  readonly classes: number;
  /** Examples per class in the training rows. */
  readonly class_counts: readonly number[];
}

/** A number to predict, over the training rows and in its own unit. */
export interface TargetStatistics {
  readonly mean: number;
  /** Standard deviation, divisor n. */
  readonly deviation: number;
  /** Mean absolute distance from the mean. */
  readonly mean_deviation: number;
  /** A network learns (value − offset) / scale. */
  readonly offset: number;
  readonly scale: number;
}

/** What chance level follows from: classes, or numbers to predict. */
export interface ChanceCard extends ClassCounts {
  readonly targets?: readonly TargetStatistics[];
}

/** Scores of a constant answer where outputs are classes. */
export interface ClassChance {
  /** Share of each class in the training rows. */
  readonly shares: readonly number[];
  /** Share of the majority class. */
  readonly commonest: number;
  /**
   * The least loss of a constant answer, where the loss is cross-entropy: the entropy of the shares in nats.
   */
  readonly loss?: number;
}

/** Scores of always predicting the mean of the training rows, on those rows. */
export interface MeanChance {
  readonly rmse: number;
  readonly mae: number;
  /** Where it follows from the card: with mse and mae. */
  readonly loss?: number;
}

/** Scores of a constant prediction (chance level). */
export type Chance = ClassChance | MeanChance;

/** Chance level of a classifier, if it is that. */
export function classChance(chance: Chance | undefined): ClassChance | undefined {
  return chance !== undefined && "shares" in chance ? chance : undefined;
}

/** Chance level of a regression, if it is that. */
export function meanChance(chance: Chance | undefined): MeanChance | undefined {
  return chance !== undefined && "rmse" in chance ? chance : undefined;
}

/** Chance level of a classifier; undefined without classes. `entropy`: its loss is cross-entropy. */
export function chanceOfClasses(
  { class_counts, classes }: ClassCounts,
  { entropy }: { readonly entropy: boolean },
): ClassChance | undefined {
  if (classes === 0) return undefined;
  const total = class_counts.reduce((sum, n) => sum + n, 0);
  const shares =
    total > 0 ? class_counts.map((n) => n / total) : Array.from({ length: classes }, () => 1 / classes);
  return {
    shares,
    commonest: Math.max(0, ...shares),
    ...(entropy ? { loss: shares.reduce((sum, p) => (p > 0 ? sum - p * log(p) : sum), 0) } : {}),
  };
}

/** Chance level of a regression: means over its targets; undefined where the card has none. */
export function chanceOfTargets({ targets = [] }: ChanceCard, loss: string): MeanChance | undefined {
  if (targets.length === 0) return undefined;
  const meanOf = (value: (target: TargetStatistics) => number): number =>
    targets.reduce((sum, target) => sum + value(target), 0) / targets.length;
  const square = (value: number): number => value * value;
  return {
    rmse: Math.sqrt(meanOf(({ deviation }) => square(deviation))),
    mae: meanOf(({ mean_deviation }) => mean_deviation),
    ...(loss === "mse" ? { loss: meanOf(({ deviation, scale }) => square(deviation / scale)) } : {}),
    ...(loss === "mae" ? { loss: meanOf(({ mean_deviation, scale }) => mean_deviation / scale) } : {}),
  };
}
