import type { DataCard, StudyRecord } from "@actbench/core";
import type { PointView } from "./point-view.js";

/** What answers that do not look at the input reach on a point's dataset. */
export interface Chance {
  /** Share of each class in the training rows. */
  readonly shares: readonly number[];
  /** Share of the commonest class. */
  readonly commonest: number;
  /** Entropy of the shares in nats: the least loss of a constant answer. */
  readonly entropy: number;
}

function chanceOf({ class_counts, classes }: DataCard): Chance {
  const total = class_counts.reduce((sum, n) => sum + n, 0);
  const shares =
    total > 0 ? class_counts.map((n) => n / total) : Array.from({ length: classes }, () => 1 / classes);
  const entropy = shares.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
  return { shares, commonest: Math.max(0, ...shares), entropy };
}

/** Chance level of a point's dataset; undefined where the study has no card of it. */
export function chanceAt(
  { study }: { readonly study: StudyRecord },
  { point }: Pick<PointView, "point">,
): Chance | undefined {
  const { name, hash } = point.spec.dataset;
  const card = study.data.find((data) => data.hash === hash) ?? study.data.find((data) => data.name === name);
  return card === undefined || card.classes === 0 ? undefined : chanceOf(card);
}
