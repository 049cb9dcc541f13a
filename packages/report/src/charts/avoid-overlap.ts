/**
 * Moves places apart along a line to at least `gap` between neighbors, inside [low, high], in their order;
 * undefined where there is no room for all.
 */
export function avoidOverlap(
  places: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): readonly number[] | undefined {
  if ((places.length - 1) * gap > high - low) return undefined;
  const order = places.map((place, i) => ({ place, i })).sort((a, b) => a.place - b.place || a.i - b.i);
  const moved: number[] = [];
  // Down first, each at least a gap below the one above; then up from the end, where the last stick out.
  order.forEach(({ place }, k) => {
    moved.push(Math.max(low, place, (moved[k - 1] ?? Number.NEGATIVE_INFINITY) + gap));
  });
  for (let k = moved.length - 1; k >= 0; k--)
    moved[k] = Math.min(moved[k] ?? high, (moved[k + 1] ?? high + gap) - gap);
  const out = places.map(() => 0);
  order.forEach(({ i }, k) => {
    out[i] = moved[k] ?? low;
  });
  return out;
}
