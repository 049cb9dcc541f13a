/** A source of variation and its share of the whole. */
export interface VarianceSource {
  /** Places of its factors in the list given; one for a main effect, more for an interaction. */
  readonly factors: readonly number[];
  readonly squares: number;
  readonly df: number;
}

/** A value with its level of each factor. */
export interface Cell {
  readonly levels: readonly number[];
  readonly value: number;
}

/**
 * Sums of squares of a complete balanced grid for the sets of factors asked for: every combination of levels
 * holds exactly one value. SS(S) = Σ over T ⊆ S of (−1)^(|S| − |T|) · Σ over cells of T of count · mean²;
 * degrees of freedom are the product of (levels − 1). They add up to the total over all sets of factors.
 * Source: Fisher 1925; Montgomery 2017, "Design and Analysis of Experiments", ch. 5. Throws a `RangeError`
 * where the grid is not complete.
 */
export function sumsOfSquares(
  cells: readonly Cell[],
  levels: readonly number[],
  sets: readonly (readonly number[])[],
): readonly VarianceSource[] {
  const size = levels.reduce((product, count) => product * count, 1);
  const distinct = new Set(cells.map((cell) => cell.levels.join()));
  if (cells.length !== size || distinct.size !== size)
    throw new RangeError(`${cells.length} values, ${distinct.size} different; a complete grid has ${size}`);
  const grand = cells.reduce((sum, { value }) => sum + value, 0) / size;
  const known = new Map<string, number>();
  const between = (factors: readonly number[]): number => {
    const key = factors.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const sums = new Map<string, { sum: number; count: number }>();
    for (const cell of cells) {
      const at = factors.map((factor) => cell.levels[factor]).join();
      const { sum, count } = sums.get(at) ?? { sum: 0, count: 0 };
      sums.set(at, { sum: sum + cell.value - grand, count: count + 1 });
    }
    const found = [...sums.values()].reduce((total, { sum, count }) => total + (sum * sum) / count, 0);
    known.set(key, found);
    return found;
  };
  return sets.map((factors) => ({
    factors,
    squares: Math.max(
      0,
      subsets(factors).reduce(
        (sum, part) => sum + ((factors.length - part.length) % 2 === 0 ? 1 : -1) * between(part),
        0,
      ),
    ),
    df: factors.reduce((product, factor) => product * ((levels[factor] ?? 1) - 1), 1),
  }));
}

function subsets(items: readonly number[]): readonly (readonly number[])[] {
  return items.reduce<readonly (readonly number[])[]>(
    (all, item) => all.flatMap((part) => [part, [...part, item]]),
    [[]],
  );
}
