import type { StudyRecord } from "@actbench/core/internal";

/**
 * What an interval over seeds covers, after "covers": that depends on whether each seed draws its own rows.
 */
export function coverWords({ points }: Pick<StudyRecord, "points">): string {
  const drawn = new Set(points.map(({ spec }) => spec.dataset.split_by_seed));
  if (drawn.size !== 1 || drawn.has(undefined)) return "further seeds, for this split and this test set";
  return drawn.has("validation_and_test")
    ? "further seeds and further splits of this data, since each seed draws its own validation and test rows"
    : "further seeds and further validation rows of this data, since each seed draws its own, for this test set";
}

/** Whether each seed of a study draws its own rows. */
export function isSplitBySeed({ points }: Pick<StudyRecord, "points">): boolean {
  return points.some(({ spec }) => spec.dataset.split_by_seed !== undefined);
}
