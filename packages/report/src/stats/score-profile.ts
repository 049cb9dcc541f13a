/** Share of runs with a score above a threshold. */
export interface ProfilePlace {
  readonly threshold: number;
  readonly share: number;
}

/**
 * A performance profile: for each threshold the share of runs whose score is above it.
 * Source: Agarwal et al. 2021, "Deep Reinforcement Learning at the Edge of the Statistical Precipice", eq. 3.
 */
export function scoreProfile(
  scores: readonly number[],
  thresholds: readonly number[],
): readonly ProfilePlace[] {
  const sorted = scores.toSorted((a, b) => a - b);
  return thresholds.map((threshold) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? Infinity) > threshold) high = middle;
      else low = middle + 1;
    }
    return { threshold, share: sorted.length === 0 ? 0 : (sorted.length - low) / sorted.length };
  });
}
