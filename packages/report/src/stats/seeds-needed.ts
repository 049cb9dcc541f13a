import { normalCdfInverse } from "@actbench/core/internal";
import { pairedPower } from "./paired-power.js";
import { POWER } from "./smallest-effect.js";

/** More seeds than anybody runs: beyond, no number is promised. */
export const MAX_SEEDS = 10_000;

// Guenther's formula is off by one at most; from here on by less than a seed in thirty.
const COUNT_BELOW = 30;

/**
 * The smallest number of pairs that detects an effect of `effect` standard deviations at level α with power
 * {@link POWER}: (z₁₋α⸝₂ + z₀.₈)² / effect² + z₁₋α⸝₂² / 2 (Guenther 1981, "Sample size formulas for normal
 * theory t tests"), exact below 30. Undefined beyond {@link MAX_SEEDS}.
 */
export function seedsNeeded(effect: number, alpha: number): number | undefined {
  const z = normalCdfInverse(1 - alpha / 2);
  const about = ((z + normalCdfInverse(POWER)) / effect) ** 2 + (z * z) / 2;
  if (!(about <= MAX_SEEDS)) return undefined;
  if (about >= COUNT_BELOW) return Math.ceil(about);
  let n = Math.max(2, Math.ceil(about) - 2);
  while (pairedPower(effect, n, alpha) < POWER) n++;
  return n;
}
