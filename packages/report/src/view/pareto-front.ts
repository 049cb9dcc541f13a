/** A candidate with two measures; larger is better for both. */
export interface Candidate<T> {
  readonly item: T;
  readonly x: number;
  readonly y: number;
}

/**
 * Those that no other beats: none has at least as much of both and more of one. Sorted by x, most first; of
 * equal ones all stay.
 */
export function paretoFront<C extends Candidate<unknown>>(candidates: readonly C[]): readonly C[] {
  const sorted = candidates.toSorted((a, b) => b.x - a.x || b.y - a.y);
  let best = Number.NEGATIVE_INFINITY;
  let at = Number.NaN;
  return sorted.filter(({ x, y }) => {
    const stays = y > best || (y === best && x === at);
    if (y > best) [best, at] = [y, x];
    return stays;
  });
}
