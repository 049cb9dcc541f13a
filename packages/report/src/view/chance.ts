import { type Chance, type StudyRecord, taskOf } from "@actbench/core/internal";
import type { PointView } from "./point-view.js";

/**
 * Scores of a constant prediction (chance level) on a point's dataset; undefined where the study has no card
 * of it.
 */
export function chanceAt(
  { study }: { readonly study: StudyRecord },
  { configuration }: Pick<PointView, "configuration">,
): Chance | undefined {
  const { dataset, train } = configuration.spec;
  const { name, hash } = dataset;
  const card = study.data.find((data) => data.hash === hash) ?? study.data.find((data) => data.name === name);
  return card && taskOf(train).chance(card, train.loss);
}
