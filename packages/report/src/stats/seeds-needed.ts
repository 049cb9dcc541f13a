import { pairedPower } from "./paired-power.js";
import { POWER } from "./smallest-effect.js";

/** More seeds than anybody runs: beyond, no number is promised. */
export const MOST_SEEDS = 10_000;

/** The least number of pairs that finds such an effect so; undefined beyond {@link MOST_SEEDS}. */
export function seedsNeeded(effect: number, alpha: number): number | undefined {
  const enough = (n: number): boolean => pairedPower(Math.abs(effect), n, alpha) >= POWER;
  if (!enough(MOST_SEEDS)) return undefined;
  let [low, high] = [1, MOST_SEEDS];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
