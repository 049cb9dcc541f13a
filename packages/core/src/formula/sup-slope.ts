import { breakpoints } from "./breakpoints.js";
import { evaluate } from "./evaluate.js";
import type { Expr } from "./expr.js";
import { substitute } from "./tree.js";

const DENSE_REACH = 24;
const DENSE_STEP = 1 / 64;
const FAR = [30, 50, 100, 300, 1e3, 1e4, 1e5, 1e6] as const;

/**
 * sup |f′(x)| over all x, from the slope's tree: exact for piecewise straight functions, else to about 1e-12 by
 * samples and refinement; Infinity where |f′| still grows at x = ±1e6. NaN values are passed over.
 * Trained parameters take the values of `params`.
 */
export function supSlope(slope: Expr, params: Readonly<Record<string, number>> = {}): number {
  const known = substitute(
    slope,
    new Map(Object.entries(params).map(([name, value]) => [`$${name}`, value])),
  );
  const size = (x: number): number => Math.abs(evaluate(known, { x }));
  const kinks = breakpoints(known);
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
  return Math.max(best, refine(size, bestAt - DENSE_STEP, bestAt + DENSE_STEP));
}

/** The largest value near a peak, by thirds of the interval. */
function refine(size: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let best = 0;
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
