import type { StudyRecord } from "@actbench/core/internal";

/**
 * What an interval over seeds describes, after "variation over" or "mean over": that depends on whether each
 * seed draws its own rows.
 */
export function coverWords({ points }: Pick<StudyRecord, "points">): string {
  const drawn = new Set(points.map(({ spec }) => spec.dataset.split_by_seed));
  if (drawn.size !== 1 || drawn.has(undefined)) return "seeds, on this split and test set";
  return drawn.has("validation_and_test")
    ? "seeds and splits of this data (each seed draws its own validation and test rows)"
    : "seeds and validation sets of this data (each seed draws its own), on this test set";
}

/** Whether each seed of a study draws its own rows. */
export function isSplitBySeed({ points }: Pick<StudyRecord, "points">): boolean {
  return points.some(({ spec }) => spec.dataset.split_by_seed !== undefined);
}
