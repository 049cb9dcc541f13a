/** Epochs of a curve that a page keeps at most; more would make it heavy and no chart would show them. */
export const MAX_EPOCHS = 24;
// Of 10,000 curves; fewer would show no shape.
const MIN_EPOCHS = 6;
// Epochs of a whole page: what keeps the page of 10,000 trials below 6 MB.
const MAX_TOTAL = 60_000;

/** How many epochs a page of so many trials keeps of each curve. */
export function keptEpochs(trials: number): number {
  return Math.min(MAX_EPOCHS, Math.max(MIN_EPOCHS, Math.floor(MAX_TOTAL / Math.max(1, trials))));
}

/** At most so many epochs of a curve, evenly spread, the first and the last among them. */
export function thinCurve<T>(curve: readonly T[], most: number): readonly T[] {
  if (curve.length <= most) return curve;
  const stride = (curve.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => curve[Math.round(i * stride)]).filter(
    (epoch) => epoch !== undefined,
  );
}
