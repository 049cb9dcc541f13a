const DENSE_REACH = 24;
const DENSE_STEP = 1 / 64;
const FAR = [30, 50, 100, 300, 1e3, 1e4, 1e5, 1e6] as const;

/**
 * sup |g(x)| over all x, from samples everywhere, on both sides of each kink, and refinement where it is
 * largest: to about 1e-12 where g is smooth between its kinks; Infinity where |g| still grows at x = ±1e6.
 * NaN values are passed over.
 */
export function supremum(g: (x: number) => number, kinks: readonly number[]): number {
  const size = (x: number): number => Math.abs(g(x));
  const dense = Array.from(
    { length: (2 * DENSE_REACH) / DENSE_STEP + 1 },
    (_, i) => i * DENSE_STEP - DENSE_REACH,
  );
  const beside = kinks.flatMap((x) => [x, x - 1e-9 * (1 + Math.abs(x)), x + 1e-9 * (1 + Math.abs(x))]);
  let best = 0;
  let bestAt = 0;
  for (const x of [...dense, ...beside, ...FAR, ...FAR.map((x) => -x)]) {
    const value = size(x);
    if (value > best) {
      best = value;
      bestAt = x;
    }
  }
  if (Math.abs(bestAt) === 1e6 && best > 1.01 * Math.max(size(1e5), size(-1e5)))
    return Number.POSITIVE_INFINITY;
  return Math.max(best, peakBetween(size, bestAt - DENSE_STEP, bestAt + DENSE_STEP));
}

/** The largest value near a peak, by thirds of the interval. */
export function peakBetween(size: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let best = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < 60; step++) {
    const left = low + (high - low) / 3;
    const right = high - (high - low) / 3;
    const [atLeft, atRight] = [size(left), size(right)];
    if (atLeft > best) best = atLeft;
    if (atRight > best) best = atRight;
    if (atLeft < atRight) low = left;
    else high = right;
  }
  return best;
}
