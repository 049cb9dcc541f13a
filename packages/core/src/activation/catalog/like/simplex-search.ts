interface Corner {
  readonly at: readonly number[];
  readonly loss: number;
}

/** Where a simplex is no larger than this, relative to its place, the search ends. */
const SMALL = 1e-9;

/**
 * A place where a function is least, from a start: Nelder and Mead 1965, the simplex begun with `steps` and
 * moved at most `moves` times. An infinite loss is a wall.
 */
export function simplexSearch(
  lossOf: (at: readonly number[]) => number,
  { start, steps, moves }: { start: readonly number[]; steps: readonly number[]; moves: number },
): Corner {
  const corner = (at: readonly number[]): Corner => ({ at, loss: lossOf(at) });
  let corners = [
    start,
    ...start.map((_, i) => start.map((value, j) => (i === j ? value + (steps[i] ?? 1) : value))),
  ]
    .map(corner)
    .sort(byLoss);
  for (let move = 0; move < moves; move++) {
    const [best, worst] = [corners[0], corners.at(-1)];
    if (best === undefined || worst === undefined || isSmall(best, worst)) break;
    const others = corners.slice(0, -1);
    const center = best.at.map(
      (_, i) => others.reduce((sum, { at }) => sum + (at[i] ?? 0), 0) / others.length,
    );
    const moved = (by: number): Corner =>
      corner(center.map((value, i) => value + by * (value - (worst.at[i] ?? 0))));
    const reflected = moved(1);
    const next =
      reflected.loss < best.loss
        ? lesser(moved(2), reflected)
        : reflected.loss < (others.at(-1)?.loss ?? 0)
          ? reflected
          : lesser(moved(reflected.loss < worst.loss ? 0.5 : -0.5), reflected);
    corners =
      next.loss < worst.loss
        ? [...others, next]
        : [best, ...corners.slice(1).map(({ at }) => corner(at.map((v, i) => (v + (best.at[i] ?? 0)) / 2)))];
    corners.sort(byLoss);
  }
  return corners[0] ?? corner(start);
}

const byLoss = (a: Corner, b: Corner): number => a.loss - b.loss || 0;

const lesser = (a: Corner, b: Corner): Corner => (a.loss < b.loss ? a : b);

function isSmall(best: Corner, worst: Corner): boolean {
  return best.at.every((value, i) => Math.abs(value - (worst.at[i] ?? 0)) <= SMALL * (1 + Math.abs(value)));
}
