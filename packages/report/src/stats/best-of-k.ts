/**
 * A point that was tried: what it is chosen by, and what the choice is judged by. More is better for
 * `chosenBy`.
 */
export interface Tried {
  readonly chosenBy: number;
  readonly value: number;
}

/**
 * The expected value of the best of k points drawn without replacement from all that were tried, for k = 1 …
 * N: with points sorted by `chosenBy`, the i-th is the best of k with probability C(i − 1, k − 1) / C(N, k).
 * Ties share theirs. Source: Dodge et al. 2019, "Show Your Work", in the unbiased form of Tang et al. 2020.
 */
export function bestOfK(tried: readonly Tried[]): readonly number[] {
  const sorted = withTiesAveraged(tried.toSorted((a, b) => a.chosenBy - b.chosenBy));
  const n = sorted.length;
  return Array.from({ length: n }, (_, i) => {
    const k = i + 1;
    let expected = 0;
    // From the best down: the chance that it is drawn is k / n, and each next one is the best with a known
    // ratio.
    let chance = k / n;
    for (let rank = n; rank >= k; rank--) {
      expected += chance * (sorted[rank - 1]?.value ?? 0);
      chance *= rank - 1 === 0 ? 0 : (rank - k) / (rank - 1);
    }
    return expected;
  });
}

function withTiesAveraged(sorted: readonly Tried[]): readonly Tried[] {
  const groups = new Map<number, { sum: number; count: number }>();
  for (const { chosenBy, value } of sorted) {
    const group = groups.get(chosenBy) ?? { sum: 0, count: 0 };
    groups.set(chosenBy, { sum: group.sum + value, count: group.count + 1 });
  }
  return sorted.map(({ chosenBy }) => {
    const { sum, count } = groups.get(chosenBy) ?? { sum: 0, count: 1 };
    return { chosenBy, value: sum / count };
  });
}
