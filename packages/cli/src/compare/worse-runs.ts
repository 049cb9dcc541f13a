import type { Comparison } from "@actbench/report";

/**
 * The comparisons whose mean over all matched points is shown to be worse than A in A's metric, or diverged
 * at every pair.
 */
export function worseRuns(comparisons: readonly Comparison[]): readonly Comparison[] {
  return comparisons.filter(({ overall, metric }) =>
    overall.some(
      ({ metric: of, paired: { verdict } }) =>
        of === metric && (verdict === "worse" || verdict === "diverged"),
    ),
  );
}
