import { log } from "../math/log.js";

/** The classes of a dataset, as its card has them. */
export interface ClassCounts {
  readonly classes: number;
  /** Examples per class in the training rows. */
  readonly class_counts: readonly number[];
}

/** Scores of a constant prediction (chance level). */
export interface Chance {
  /** Share of each class in the training rows. */
  readonly shares: readonly number[];
  /** Share of the commonest class. */
  readonly commonest: number;
  /** The least loss of a constant answer, where the loss is cross-entropy: the entropy of the shares in nats. */
  readonly loss?: number;
}

/** Chance level of a classifier; undefined without classes. `entropy`: its loss is cross-entropy. */
export function chanceOfClasses(
  { class_counts, classes }: ClassCounts,
  { entropy }: { readonly entropy: boolean },
): Chance | undefined {
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
