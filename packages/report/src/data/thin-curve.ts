/** Epochs of a curve that a page keeps at most; more would make it heavy and no chart would show them. */
export const MAX_EPOCHS = 24;
// Of 10,000 curves; fewer would show no shape.
const MIN_EPOCHS = 6;
// Epochs of a whole page: what keeps the page of 10,000 trials below 6 MB.
const MAX_TOTAL = 60_000;

/** How many epochs of each curve a page with this many trials keeps. */
export function keptEpochs(trials: number): number {
  return Math.min(MAX_EPOCHS, Math.max(MIN_EPOCHS, Math.floor(MAX_TOTAL / Math.max(1, trials))));
}

/** Picks at most `limit` evenly spaced epochs of a curve, including the first and last. */
export function thinCurve<T>(curve: readonly T[], limit: number): readonly T[] {
  if (curve.length <= limit) return curve;
  const stride = (curve.length - 1) / (limit - 1);
  return Array.from({ length: limit }, (_, i) => curve[Math.round(i * stride)]).filter(
    (epoch) => epoch !== undefined,
  );
}
