import { pairedPower } from "./paired-power.js";

/** The probability of finding an effect for which promises of a plan are made. */
export const POWER = 0.8;

/**
 * The smallest effect, in standard deviations of the paired differences, that n pairs find at level α with
 * probability {@link POWER}; undefined for one pair, which finds none.
 */
export function smallestEffect(n: number, alpha: number): number | undefined {
  if (n < 2) return undefined;
  const key = `${n}:${alpha}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = bisected(n, alpha);
  known.set(key, found);
  return found;
}

const known = new Map<string, number>();

function bisected(n: number, alpha: number): number {
  let [low, high] = [0, 1];
  while (pairedPower(high, n, alpha) < POWER) high *= 2;
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (pairedPower(middle, n, alpha) < POWER) low = middle;
    else high = middle;
  }
  return high;
}
