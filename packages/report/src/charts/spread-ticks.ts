/** Leaves out ticks that come too close to one already taken, from the last one on. */
export function spreadTicks<T extends { readonly at: number }>(
  ticks: readonly T[],
  gap: number,
): readonly T[] {
  const kept: T[] = [];
  for (const tick of ticks.toReversed())
    if (kept.every(({ at }) => Math.abs(at - tick.at) >= gap)) kept.push(tick);
  return kept.reverse();
}
