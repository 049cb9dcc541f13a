import {
  SCORES,
  type ScoreMetricName,
  type StudyRecord,
  type Subset,
  scoreMetricName,
  taskOf,
} from "@actbench/core/internal";

/**
 * What a study's points are scored by, task by task, on some subsets: accuracies of classes, RMSEs of
 * numbers. Losses are shown apart, and are all that autoencoders have.
 */
export function mainScores(
  { points }: Pick<StudyRecord, "points">,
  subsets: readonly Subset[],
): readonly ScoreMetricName[] {
  const ranked = new Set(points.map(({ spec }) => taskOf(spec.train).rankBy));
  return SCORES.filter(({ name }) => name !== "loss" && ranked.has(name)).flatMap(({ name }) =>
    subsets.map((subset) => scoreMetricName(subset, name)),
  );
}
